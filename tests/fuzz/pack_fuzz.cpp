// A programme pack from a stranger's hand: it is refused with file and line, or every rule can be asked about it without a crash, an
// overflow or an amount that cannot be. An input is the name of one file, a newline and its text; the pack's other files are those of 2026.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>

#include "data/base/document.h"
#include "data/catalog/catalogue.h"
#include "data/rules/documents.h"
#include "data/rules/eligibility.h"
#include "data/rules/estimate.h"
#include "data/rules/plan.h"
#include "tests/fuzz/seeds.h"
#include "tests/fuzz/target.h"

namespace {

const std::string kHolidays = "holidays.toml";

// Name and text of each file of a pack of 2026, and of the holidays.
std::vector<std::pair<std::string, std::string>> files_of_a_pack() {
  std::vector<std::pair<std::string, std::string>> out;
  out.emplace_back(kHolidays, *desk::read_file(desk::fuzz::packs_folder() + "/" + kHolidays));
  for (const auto& entry : std::filesystem::directory_iterator(desk::fuzz::packs_folder() + "/2026")) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() == ".toml" && name != "golden.toml") out.emplace_back(name, *desk::read_file(entry.path().string()));
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

std::vector<std::string> desk::fuzz::seeds() {
  std::vector<std::string> all;
  for (const auto& [name, text] : files_of_a_pack()) all.push_back(name + "\n" + text);
  return all;
}

namespace {

using namespace desk;
using fuzz::require;

void estimate_with(const catalog::Frame& frame, std::int64_t cost, int functions) {
  rules::EstimateInput input;
  input.cost = Yen{cost};
  input.pc = Yen{cost / 3};
  input.functions = functions;
  input.processes = functions;
  input.sme_accounts = 3;
  input.total_accounts = 7;
  input.members = 10;
  input.analysis_cost = Yen{cost};
  input.admin_cost = Yen{cost};
  const auto answer = rules::estimate(frame, input);
  if (!answer) return;
  require(answer->subsidy >= Yen{0}, "no negative subsidy");
  require(answer->payable == (answer->subsidy > Yen{0}), "payable means an amount");
  for (const rules::EstimateLine& line : answer->lines) require(line.subsidy <= line.cap, "a line keeps its cap");
}

std::string path_of(const std::string& name) { return fuzz::scratch_folder() + "/" + name; }
void write_file(const std::string& name, std::string_view text) { std::ofstream(path_of(name), std::ios::binary) << text; }

void check(const Failure& complaint) {
  require(complaint.where.find(fuzz::scratch_folder()) == 0, "a complaint names the file");
  require(!complaint.reason.empty(), "a complaint has a reason");
}

void ask_everything(const catalog::Pack& pack) {
  const catalog::OfficeCalendar offices;
  for (const catalog::Frame& frame : pack.frames) {
    for (const std::int64_t cost : {0LL, 1LL, 99'999LL, 1'000'000LL, 1'000'000'000'000LL}) {
      for (const int functions : {0, 1, 9}) estimate_with(frame, cost, functions);
    }
    rules::EligibilityInput who;
    for (const catalog::Industry& industry : pack.industries) {
      who.industry = who.main_trade = industry.id;
      who.capital = Yen{50'000'000};
      for (const std::optional<int> employees : {std::optional<int>{}, std::optional(5), std::optional(100'000)}) {
        who.employees = employees;
        (void)rules::eligibility(pack, frame, who);
      }
    }
    rules::PlanInput plan;
    plan.now = {make_date(2026, 9, 1), 600};
    plan.entity = catalog::Entity::Corporation;
    for (const catalog::DocumentKind& kind : pack.documents) plan.documents.push_back({kind.id, make_date(2026, 7, 1), std::nullopt});
    for (const rules::PlannedRound& round : rules::plan(pack, frame, offices, plan).rounds) {
      require(!round.feasible || round.slack_days >= 0, "a missed round is never makeable");
    }
  }
  for (const catalog::DocumentKind& kind : pack.documents) {
    rules::ValidityInput paper;
    paper.kind = kind.id;
    paper.issued = make_date(2026, 7, 31);
    paper.expires = make_date(2027, 2, 28);
    paper.tax_year = 2024;
    paper.evidence = "receipt_stamp";
    paper.on = make_date(2026, 10, 31);
    (void)rules::validity(pack, paper);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<std::pair<std::string, std::string>> real = files_of_a_pack();
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto cut = std::min(input.find('\n'), input.size());
  const auto changed = std::find_if(real.begin(), real.end(), [&](const auto& each) { return each.first == input.substr(0, cut); });
  if (changed == real.end()) return -1;
  static const bool once = [] {
    for (const auto& [name, text] : real) write_file(name, text);
    return true;
  }();
  (void)once;
  const std::string_view text = input.substr(std::min(cut + 1, size));
  write_file(changed->first, text);
  if (changed->first == kHolidays) {
    const auto holidays = catalog::load_holidays(path_of(kHolidays));
    if (!holidays) check(holidays.error());
  } else {
    const auto pack = catalog::load_pack(path_of("pack.toml"));
    if (pack) ask_everything(*pack);
    if (!pack) check(pack.error());
  }
  write_file(changed->first, changed->second);
  return 0;
}
