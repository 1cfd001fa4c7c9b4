#include <sstream>

#include "data/base/software.h"
#include "kiosk/flow/main_line.h"
#include "kiosk/flow/paper_needs.h"
#include "kiosk/flow/question.h"
#include "kiosk/shell/gallery/samples.h"

namespace desk::shell::gallery {
namespace {

using flow::QuestionKind;
using flow::Step;


std::vector<std::string> stage_words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

void answer(Step step, const std::map<Step, std::string>& says, const catalog::Pack& pack, flow::Answers& answers) {
  const auto said = says.find(step);
  if (step == Step::ApplicationNumber) {
    answers.application_number = said == says.end() ? flow::Answer<std::string>::dont_know() : flow::Answer<std::string>(said->second);
    return;
  }
  if (step == Step::PartnerKind) {
    for (std::size_t i = 0; i < answers.partners.size(); ++i) answers.partners[i].entity = std::string(i % 2 == 0 ? "corporation" : "sole");
    return;
  }
  const auto question = flow::question_of(step, answers, pack);
  if (!question) return;
  if (said == says.end()) return flow::give_unknown(step, answers);
  switch (question->kind) {
    case QuestionKind::Choice: return flow::choose(step, said->second, answers);
    case QuestionKind::Several: {
      const flow::Codes before = flow::chosen(step, answers);  // a second walk takes nothing back
      for (const std::string& code : stage_words(said->second)) {
        if (!before.contains(code)) flow::toggle(step, code, answers);
      }
      return;
    }
    case QuestionKind::Number:
    case QuestionKind::Digits: flow::give_digits(step, said->second, answers);
  }
  // As update() makes room for the partners once their number is known.
  if (step == Step::PartnerCount) answers.partners.resize(static_cast<std::size_t>(answers.partner_count.value_or(0)));
}

}  // namespace

Stage::Stage(const World& world) : world_(&world) {
  person("shop");
  desk.site_name = world.site;
  desk.corner = world.corner;
  desk.version = program_version();
  model.last_touch = model.entered = now;
}

void Stage::person(const std::string& name) {
  const Person& person = world_->people.at(name);
  says_ = person.says;
  pack_ = world_->catalogue.pack(person.programme);
  today = person.today;
  wall = from_jst(today);
  const catalog::Contact* site = pack_->contact("site", today.date);
  desk.official_address = site != nullptr ? site->value : std::string();
  model.answers = flow::Answers{};
  model.answers.programme_year = pack_->year;
}

void Stage::at(Step step) {
  flow::Answers& answers = model.answers;
  bool phone_proved = false;
  // What is asked next depends on what was answered, so the line is looked up anew after each answer.
  for (Step here = Step::Consent; here != step && here != Step::Done && here != Step::Attract; here = flow::step_after(here, answers, model.mode, *pack_)) {
    if (here == Step::Consent) answers.consented = true;
    if (here == Step::Phone) phone_proved = true;
    answer(here, says_, *pack_, answers);
  }
  const bool record = model.mode == flow::Mode::Apply && step != Step::Attract && step != Step::Consent;
  if (record) {
    model.record_open = true;
    model.application = ApplicationId{"00112233445566778899aabbccddeeff"};
    model.reception = ReceptionNumber{world_->reception};
    std::array<unsigned char, 16> token{};
    token.fill(7);
    answers.token = LinkToken::from_bytes(token);
  }
  if (phone_proved || step == Step::Code) answers.phone.number = std::move(PhoneNumber::parse(world_->phone).number);
  if (phone_proved) {
    answers.phone.proof = flow::PhoneProof::Sms;
    answers.phone.proved_at = wall;
  }
  model.step = ui.step = step;
  // As update() fills the entry when a step is entered.
  const auto question = flow::question_of(step, answers, *pack_);
  if (question && (question->kind == QuestionKind::Number || question->kind == QuestionKind::Digits)) {
    if (const auto said = says_.find(step); said != says_.end()) model.entry = said->second;
  } else if (question) {
    if (says_.contains(step)) answer(step, says_, *pack_, answers);
  } else if (step == Step::Phone) {
    model.entry = world_->phone;
  } else if (step == Step::ApplicationNumber) {
    if (const auto said = says_.find(step); said != says_.end()) model.entry = said->second;
  } else if (step == Step::PartnerKind) {
    model.partner = 1;
  }
}

void Stage::tell(flow::Event event) {
  const flow::Context context{*pack_, today, now, wall, flow::Delays{}, desk.phone_page, desk.files_on_phone};
  model = flow::update(std::move(model), std::move(event), context).model;
  if (ui.step != model.step) {
    ui = screens::UiState{};
    ui.step = model.step;
  }
}

void Stage::scan_papers(std::size_t open) {
  const std::vector<std::string> needs = flow::required_papers(model.answers, *pack_);
  for (std::size_t i = 0; i + open < needs.size(); ++i) {
    flow::Paper& paper = model.answers.papers[needs[i]];
    paper.state = flow::PaperState::Scanned;
    paper.pages = 2;
    paper.bytes = 1'240'000;
    paper.files = {needs[i] + ".pdf"};
    const catalog::DocumentKind* kind = flow::kind_for(needs[i], model.answers, *pack_);
    if (kind == nullptr || !flow::asks_issue_date(*kind)) continue;
    const int age = kind->rule == catalog::DocumentRule::NotExpired ? 400 : -10;
    paper.issued = plus_days(today.date, age);
  }
}

void Stage::scanned_pages(int pages, const std::vector<flow::PageFinding>& findings) {
  model.scan.pages.clear();
  for (int number = 1; number <= pages; ++number) {
    flow::PageView page;
    page.number = number;
    page.thumbnail = static_cast<flow::ImageId>(number);
    page.width = kPageWidth;
    page.height = kPageHeight;
    if (number == pages) page.findings = findings;
    model.scan.pages.push_back(std::move(page));
  }
}

void Stage::paper(const std::string& need) {
  model.scan.need = need.empty() ? flow::next_open_paper(model.answers, *pack_).value_or("") : need;
}

void Stage::slip_printed(flow::SlipKind slip) {
  model.print.slip = slip;
  model.print.phase = flow::PrintPhase::Printed;
  model.print.picture = kSlipPicture;
  if (slip == flow::SlipKind::LookUp) return;
  model.link.phase = flow::LinkPhase::Sent;
  model.link.address = link_address(world_->page_address, *model.answers.token);
  if (slip != flow::SlipKind::Receipt) return;
  model.link.grant = world_->page_address + "/g/" + model.answers.token->text;
  model.link.grant_until = wall_in(std::chrono::minutes{10});
}

flow::CodeState Stage::live_code() const {
  flow::CodeState code;
  code.phase = flow::CodePhase::Waiting;
  code.sid = "VE1";
  code.tag = "き-7";
  code.masked = model.answers.phone.number.masked();
  code.sent = flow::SendState::Accepted;
  code.next_send = wall_in(std::chrono::minutes{28});
  code.valid_until = wall_in(std::chrono::minutes{28});
  return code;
}

}  // namespace desk::shell::gallery
