// Staff practise with the programme of 2023: 商流一括 to the end, the partners' papers bundled as the portal of that year took them.
// Once on the rooms, so that every page can be followed from the glass into its file; once with the program itself, as staff start it.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>

#include "data/base/document.h"
#include "tests/places.h"
#include "tests/shell/desk_visit.h"

namespace desk::shell::test {
namespace {

using flow::Step;

constexpr std::int64_t kBundleLimit = 9'500'000;
const std::regex kBundleName("KSS04-[0-9A-Za-z]{7}_[1-9][0-9]*\\.pdf");  // factbook 5.4

std::string whole_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

const Script& buyer_of_2023() {
  static const Script script{{Step::Entity, "corporation"},           {Step::Industry, "wholesale"},      {Step::Capital, "20000000"},
                             {Step::Employees, "25"},                 {Step::Purpose, "supplier_orders"}, {Step::Exclusions, "none"},
                             {Step::PastAward, "no"},                 {Step::SoftwareCost, "1000000"},    {Step::TotalAccounts, "30"},
                             {Step::SmeAccounts, "10"},               {Step::GbizId, "prime"},            {Step::SecurityAction, "yes"},
                             {Step::SecurityActionId, "40012345678"}, {Step::ManagementCheck, "yes"},     {Step::Vendor, "yes"},
                             {Step::Contracted, "no"},                {Step::PartnerCount, "2"}};
  return script;
}

// A company and a sole trader, everything in the person's hand.
void furnish_buyer(DeskVisit& visit) {
  visit.today = {make_date(2023, 6, 21), 600};
  visit.programme = 2023;
  visit.issued = "050611";
  visit.script = buyer_of_2023();
  visit.scanned = {"registry", "tax_certificate", "partner/1/partner_registry", "partner/1/partner_tax_certificate", "partner/2/partner_identity",
                   "partner/2/partner_tax_certificate", "partner/2/partner_tax_return"};
}

TEST(TrainingVisit, PartnersPapersBecomeBundlesInThePortalsOrder) {
  Folder folder;
  DeskVisit visit(folder.path());
  furnish_buyer(visit);
  ASSERT_TRUE(visit.open()) << visit.trouble();
  ASSERT_TRUE(visit.start()) << visit.trouble();
  ASSERT_TRUE(visit.walk_to(Step::Review)) << visit.trouble();
  ASSERT_EQ(visit.model().bundles.phase, flow::BundlePhase::Made);
  ASSERT_EQ(visit.model().answers.bundles.size(), 1U);
  const flow::Bundle& bundle = visit.model().answers.bundles.front();
  EXPECT_EQ(bundle.name, "KSS04-XXXXXXX_1.pdf");
  EXPECT_EQ(bundle.first_partner, 1);
  EXPECT_EQ(bundle.last_partner, 2);
  EXPECT_LE(bundle.bytes, kBundleLimit);

  // The record's files: two papers of the applicant, one bundle.
  const ApplicationId application = *visit.model().application;
  const auto files = visit.store().files(application);
  ASSERT_TRUE(files);
  ASSERT_EQ(files->size(), 3U);
  const auto found = std::find_if(files->begin(), files->end(), [&](const store::File& file) { return file.name == bundle.name; });
  ASSERT_NE(found, files->end());
  const auto bytes = visit.store().file_bytes(found->id);
  ASSERT_TRUE(bytes);
  const std::string pdf = folder.path() + "/bundle.pdf";
  write_file(pdf, bytes->reveal());
  EXPECT_EQ(run("qpdf --check '" + pdf + "'").status, 0);

  // Page by page: the pictures go into the file unchanged, so each is the one that was stored for the paper whose turn it is.
  ASSERT_EQ(run("pdfimages -all '" + pdf + "' '" + folder.path() + "/page'").status, 0);
  const auto pages = visit.store().pages(application);
  ASSERT_TRUE(pages);
  std::size_t at = 0;
  for (std::size_t paper = 2; paper < visit.scanned.size(); ++paper) {
    for (const store::Page& page : *pages) {
      if (page.kind != visit.scanned[paper]) continue;
      const auto image = visit.store().page_image(page.id);
      ASSERT_TRUE(image);
      char number[16];
      std::snprintf(number, sizeof number, "%03zu", at++);
      EXPECT_TRUE(whole_file(folder.path() + "/page-" + number + ".jpg") == image->reveal()) << number << " is no page of " << page.kind;
    }
  }
  EXPECT_EQ(static_cast<int>(at), bundle.pages);
  EXPECT_GE(at, 6U) << "a registry of two sheets, two tax certificates, a licence, a return";
}

// The number is known after all: the same pages under their final name, and nothing of the earlier one is left.
TEST(TrainingVisit, BundlesAreNamedAnewWhenTheNumberIsKnown) {
  Folder folder;
  DeskVisit visit(folder.path());
  furnish_buyer(visit);
  visit.scanned = {"partner/1/partner_tax_certificate"};
  ASSERT_TRUE(visit.open()) << visit.trouble();
  ASSERT_TRUE(visit.start()) << visit.trouble();
  ASSERT_TRUE(visit.walk_to(Step::Review)) << visit.trouble();
  ASSERT_EQ(visit.model().answers.bundles.size(), 1U);
  EXPECT_EQ(visit.model().answers.bundles.front().name, "KSS04-XXXXXXX_1.pdf");
  while (visit.model().step != Step::ApplicationNumber) visit.press(flow::Action::Back);
  visit.script[Step::ApplicationNumber] = "A1B2C3D";
  ASSERT_TRUE(visit.walk_to(Step::Review)) << visit.trouble();
  const auto files = visit.store().files(*visit.model().application);
  ASSERT_TRUE(files);
  ASSERT_EQ(files->size(), 1U);
  EXPECT_EQ(files->front().name, "KSS04-A1B2C3D_1.pdf");
}

// desk-kiosk --programme 2023 --today 2023-06-21 --tour DIR --script FILE
TEST(TrainingVisit, OfTheProgramItselfLeavesWhatTheApplicantTakesHome) {
  Folder folder;
  const std::string out = folder.path() + "/out";
  const std::string program = build_tree() + "/bin/desk-kiosk";
  const Output tour = run("env LIBGL_ALWAYS_SOFTWARE=1 SDL_VIDEODRIVER=offscreen '" + program + "' --programme 2023 --today 2023-06-21 --window 1280x800 --tour '" + out + "' --script '" +
                          source_tree() + "/tests/shell/tours/2023.toml' 2>&1",
                          std::chrono::seconds{240});  // a picture of every screen: a minute on an idle machine
  ASSERT_EQ(tour.status, 0) << tour.text;
  EXPECT_EQ(tour.text.find("layout of"), std::string::npos) << tour.text;

  const auto report = parse_json(whole_file(out + "/visit.json"), "visit.json");
  ASSERT_TRUE(report) << report.error().message();
  EXPECT_EQ(*report->find("frame")->string(), "supply-chain");
  EXPECT_EQ(*report->find("estimate")->find("subsidy")->integer(), 222'222) << "factbook 2.6 B-01";
  EXPECT_EQ(*report->find("plan")->find("deadline")->string(), "2023-07-10T17:00");
  EXPECT_EQ(*report->find("print")->find("state")->string(), "printed");

  std::vector<std::string> bundles;
  for (const Node& file : *report->find("files")->array()) {
    const std::string name = *file.find("name")->string();
    EXPECT_LE(*file.find("bytes")->integer(), kBundleLimit) << name;
    EXPECT_EQ(run("qpdf --check '" + out + "/" + name + "'").status, 0) << name;
    if (std::regex_match(name, kBundleName)) bundles.push_back(name);
  }
  EXPECT_EQ(bundles, std::vector<std::string>{"KSS04-XXXXXXX_1.pdf"});
  EXPECT_EQ(report->find("files")->array()->size(), 3U) << "two papers of its own and the bundle";

  // The slip's code, read as a phone reads it, opens the page that the desk handed over.
  const Output code = run("zbarimg -q --raw '" + out + "/receipt.png'");
  EXPECT_EQ(code.text, *report->find("page")->find("address")->string() + "\n");
  EXPECT_EQ(*report->find("page")->find("files")->integer(), 3);
}

}  // namespace
}  // namespace desk::shell::test
