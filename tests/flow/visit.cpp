#include "tests/flow/visit.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/places.h"

namespace desk::flow {
namespace {

const char* const kReception = "T7K-4M2";

std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

}  // namespace

const catalog::Catalogue& real_catalogue() {
  static const catalog::Catalogue catalogue = [] {
    auto loaded = catalog::Catalogue::load(source_tree() + "/data/catalog/packs");
    if (!loaded) throw std::runtime_error(loaded.error().message());
    return std::move(*loaded);
  }();
  return catalogue;
}

const catalog::Pack& real_pack() { return *real_catalogue().pack(2026); }
const catalog::Pack& pack_of_2023() { return *real_catalogue().pack(2023); }

const Script& shop_script() {
  static const Script script{{Step::Entity, "corporation"}, {Step::Industry, "retail"},        {Step::Capital, "10000000"},
                             {Step::Employees, "12"},       {Step::Exclusions, "none"},        {Step::PastAward, "no"},
                             {Step::Purpose, "accounting payment"}, {Step::SoftwareCost, "1000000"}, {Step::PcCost, "150000"},
                             {Step::RegisterCost, "380000"}, {Step::GbizId, "prime"},          {Step::SecurityAction, "yes"},
                             {Step::SecurityActionId, "51234567890"}, {Step::Vendor, "yes"},   {Step::Contracted, "no"}};
  return script;
}

const Script& workshop_script() {
  static const Script script{{Step::Entity, "sole"},        {Step::Industry, "manufacturing"}, {Step::Employees, "0"},
                             {Step::Exclusions, "none"},    {Step::PastAward, "no"},           {Step::Purpose, "other"},
                             {Step::ProcessKinds, "finance supply"},        {Step::SoftwareCost, "800000"},    {Step::MinimumWage, "no"},
                             {Step::GbizId, "none"},        {Step::MyNumber, "yes"},           {Step::SecurityAction, "none"},
                             {Step::Vendor, "no"},          {Step::Contracted, "no"}};
  return script;
}

const Script& buyer_script() {
  static const Script script{{Step::Entity, "corporation"},      {Step::Industry, "wholesale"},     {Step::Capital, "20000000"},
                             {Step::Employees, "25"},            {Step::Purpose, "supplier_orders"}, {Step::Exclusions, "none"},
                             {Step::PastAward, "no"},            {Step::SoftwareCost, "1000000"},   {Step::TotalAccounts, "30"},
                             {Step::SmeAccounts, "10"},          {Step::GbizId, "prime"},           {Step::SecurityAction, "yes"},
                             {Step::SecurityActionId, "40012345678"}, {Step::ManagementCheck, "yes"}, {Step::Vendor, "yes"},
                             {Step::Contracted, "no"},           {Step::ApplicationNumber, "12AB34C"}, {Step::PartnerCount, "2"}};
  return script;
}

PageView good_page(int number) {
  PageView page;
  page.number = number;
  page.thumbnail = static_cast<ImageId>(number);
  page.width = 210;
  page.height = 297;
  return page;
}

LinkToken slip_token() {
  std::array<unsigned char, 16> bytes{};
  bytes.fill(7);
  return LinkToken::from_bytes(bytes);
}

Visit::Visit() {
  model_.last_touch = clock_.steady();
  model_.entered = clock_.steady();
}

CodeState Visit::live_code() const {
  CodeState code;
  code.sid = "VE1";
  code.tag = "き-7";
  code.masked = model_.answers.phone.number.masked();
  code.sent = SendState::Accepted;
  code.next_send = wall_in(std::chrono::minutes(30));
  code.valid_until = wall_in(std::chrono::minutes(30));
  return code;
}

Event Visit::found(CommandId id) const {
  auto answers = answers_from_json(stored_);
  EXPECT_TRUE(answers) << stored_;
  return ResumeFound{id, ApplicationId{"00112233445566778899aabbccddeeff"}, ReceptionNumber{kReception}, std::move(*answers), open_paper,
                     open_pages};
}

void Visit::send(Event event) {
  const CivilMinute today = to_jst(clock_.wall());
  const Context context{*pack, today, clock_.steady(), clock_.wall(), Delays{}, handoff, true};
  Next next = update(std::move(model_), std::move(event), context);
  model_ = std::move(next.model);
  if (path_.empty() || path_.back() != model_.step) path_.push_back(model_.step);
  for (const Effect& effect : next.effects) {
    ++counts_[effect.index()];
    carry_out(effect);
  }
}

// The obedient workers. Pages go on being counted over a jam, as the scanner's room counts them: what was fed before is kept.
void Visit::carry_out(const Effect& effect) {
  const auto is = [&](auto* type) { return std::get_if<std::remove_pointer_t<decltype(type)>>(&effect); };
  if (const auto* open = is(static_cast<OpenRecord*>(nullptr))) {
    if (workers.open) return workers.open(*this, *open);
    send(RecordOpened{open->id, ApplicationId{"00112233445566778899aabbccddeeff"}, ReceptionNumber{kReception}, slip_token()});
  } else if (is(static_cast<SaveAnswers*>(nullptr)) != nullptr) {
    if (workers.save) return workers.save(*this);
    stored_ = std::string(to_json(model_.answers).reveal());
    send(RecordSaved{});
  } else if (const auto* same = is(static_cast<FindSameNumber*>(nullptr))) {
    if (workers.same_number) return workers.same_number(*this, *same);
    send(NoSameNumber{same->id});
  } else if (const auto* previous = is(static_cast<OpenPreviousRecord*>(nullptr))) {
    send(found(previous->id));
  } else if (const auto* code = is(static_cast<SendCode*>(nullptr))) {
    if (workers.send_code) return workers.send_code(*this, *code);
    send(CodeSent{code->id, live_code()});
  } else if (const auto* check = is(static_cast<CheckCode*>(nullptr))) {
    if (workers.check_code) return workers.check_code(*this, *check);
    if (check->code.reveal() == "482913") send(CodeApproved{check->id, clock_.wall()});
    else send(CodeDenied{check->id, CodeNote::Wrong, 4, std::nullopt});
  } else if (const auto* scan = is(static_cast<StartScan*>(nullptr))) {
    if (workers.scan) return workers.scan(*this, *scan);
    if (scan->replacing) {
      send(PageScanned{scan->id, good_page(*scan->replacing)});
    } else {
      for (int page = 0; page < 2; ++page) {
        ++pages_fed_;
        send(ScanProgressed{scan->id, pages_fed_, 50});
        send(PageScanned{scan->id, good_page(pages_fed_)});
      }
    }
    send(ScanEnded{scan->id});
  } else if (is(static_cast<DropPages*>(nullptr)) != nullptr) {
    pages_fed_ = 0;
  } else if (const auto* mask = is(static_cast<MaskPage*>(nullptr))) {
    if (workers.mask) return workers.mask(*this, *mask);
    send(PageMasked{mask->id, good_page(mask->number)});
  } else if (const auto* paper = is(static_cast<SavePaper*>(nullptr))) {
    pages_fed_ = 0;
    if (workers.save_paper) return workers.save_paper(*this, *paper);
    const bool own = parse_paper_key(paper->need).partner == 0;
    send(PaperSaved{paper->id, own ? std::vector<std::string>{paper->need + ".pdf"} : std::vector<std::string>(), 200'000});
  } else if (const auto* bundles = is(static_cast<BuildBundles*>(nullptr))) {
    if (workers.bundles) return workers.bundles(*this, *bundles);
    send(BundlesBuilt{bundles->id, {{"KSS04-12AB34C_1.pdf", 1'000'000, 10, 1, 2}}});
  } else if (const auto* bundle = is(static_cast<StoreBundle*>(nullptr))) {
    if (workers.bundle) return workers.bundle(*this, *bundle);
    send(BundleStored{bundle->id, "https://desk.example/a/" + slip_token().text});
  } else if (const auto* print = is(static_cast<PrintSlip*>(nullptr))) {
    if (workers.print) return workers.print(*this, *print);
    send(SlipDrawn{print->id, 9, 576, 1800});
    send(SlipQueued{print->id});
    send(SlipPrinting{print->id});
    send(SlipPrinted{print->id});
  } else if (const auto* grant = is(static_cast<MakeGrant*>(nullptr))) {
    send(GrantMade{grant->id, "https://desk.example/g/once", wall_in(std::chrono::minutes(10))});
  } else if (const auto* token = is(static_cast<LookUpToken*>(nullptr))) {
    if (workers.token) return workers.token(*this, *token);
    if (token->token.text == slip_token().text && !stored_.empty()) send(found(token->id));
    else send(ResumeNotFound{token->id});
  } else if (const auto* look = is(static_cast<LookUpNumber*>(nullptr))) {
    if (workers.number) return workers.number(*this, *look);
    if (look->number.text != kReception || stored_.empty()) send(ResumeNotFound{look->id});
    else if (look->staff_vouches) send(found(look->id));
    else send(ResumeNeedsCode{look->id, live_code()});
  } else if (const auto* resume = is(static_cast<CheckResumeCode*>(nullptr))) {
    if (workers.resume_code) return workers.resume_code(*this, *resume);
    if (resume->code.reveal() == "482913") send(found(resume->id));
    else send(CodeDenied{resume->id, CodeNote::Wrong, 4, std::nullopt});
  } else if (const auto* pin = is(static_cast<CheckPin*>(nullptr))) {
    if (workers.pin) return workers.pin(*this, *pin);
    if (pin->pin.reveal() == "2468") send(PinAccepted{pin->id, "sato"});
    else if (pin->pin.reveal() == "1357") send(PinAccepted{pin->id, "tanaka"});
    else send(PinRefused{pin->id, false});
  } else if (const auto* qr = is(static_cast<ScanForQr*>(nullptr))) {
    if (workers.qr) return workers.qr(*this, *qr);
    send(QrFound{qr->id, "https://desk.example/a/" + slip_token().text});
  } else if (const auto* list = is(static_cast<ListApplications*>(nullptr))) {
    send(ApplicationsListed{list->id, kept});
  } else if (const auto* show = is(static_cast<ShowApplication*>(nullptr))) {
    auto answers = answers_from_json(stored_.empty() ? "{}" : stored_);
    ASSERT_TRUE(answers) << stored_;
    send(ApplicationShown{show->id, std::move(*answers)});
  } else if (const auto* record = is(static_cast<RecordStaff*>(nullptr))) {
    recorded.push_back(*record);
  } else if (const auto* convert = is(static_cast<Convert*>(nullptr))) {
    if (workers.convert) return workers.convert(*this, *convert);
    const std::string reading(convert->reading.reveal());
    std::vector<Secret> words;
    for (const char* word : reading == "たかさき" ? std::vector<const char*>{"高崎", "高﨑"} : reading == "くにこ" ? std::vector<const char*>{"邦子", "国子"} : std::vector<const char*>{}) {
      words.emplace_back(word);
    }
    send(Converted{convert->id, std::move(words)});
  } else if (const auto* end = is(static_cast<EndSession*>(nullptr))) {
    ended_ = end->ending;
    pages_fed_ = 0;
  }
}

void Visit::type(std::string_view keys) {
  for (char key : keys) send(Typed{key});
}

void Visit::wait(std::chrono::seconds span) {
  for (std::int64_t second = 0; second < span.count(); ++second) {
    clock_.advance(std::chrono::seconds(1));
    send(Ticked{});
  }
}

void Visit::start(Script said) {
  script = std::move(said);
  press(Action::Begin);
  press(Action::Next);
}

void Visit::start_look_up(Script said) {
  script = std::move(said);
  press(Action::LookUp);
}

void Visit::forget_person() {
  press(Action::EndVisit);
  press(Action::ConfirmEnd);
  ended_.reset();
  path_.clear();
}

void Visit::answer_question() {
  const auto said = script.find(model_.step);
  if (said == script.end()) return press(Action::DontKnow);
  const Question question = *question_of(model_.step, model_.answers, *pack);
  switch (question.kind) {
    case QuestionKind::Choice: send(Chosen{said->second}); break;
    case QuestionKind::Several: {
      const Codes before = chosen(model_.step, model_.answers);
      for (const std::string& code : words(said->second)) {
        if (!before.contains(code)) send(Toggled{code});
      }
      break;
    }
    case QuestionKind::Number:
    case QuestionKind::Digits:
      send(Typed{'\f'});
      type(said->second);
      break;
  }
  press(Action::Next);
}

void Visit::answer_step() {
  if (question_of(model_.step, model_.answers, *pack)) return answer_question();
  switch (model_.step) {
    case Step::ContactName: return press(Action::DontKnow);
    case Step::Phone:
      send(Typed{'\f'});
      type(number);
      break;
    case Step::Code: type("482913"); break;
    case Step::ApplicationNumber: {
      const auto said = script.find(Step::ApplicationNumber);
      if (said == script.end()) return press(Action::DontKnow);
      send(Typed{'\f'});
      type(said->second);
      break;
    }
    case Step::PartnerKind: send(Chosen{model_.partner % 2 == 1 ? "corporation" : "sole"}); break;
    case Step::IssueDate: {
      const auto* kind = kind_for(model_.scan.need, model_.answers, *pack);
      type(kind != nullptr && kind->rule == catalog::DocumentRule::NotExpired ? "110101" : "080914");
      break;
    }
    default: break;  // every other step goes on by つぎへ alone
  }
  press(Action::Next);
}

void Visit::walk_to(Step target) {
  for (int moves = 0; moves < 200 && step() != target; ++moves) {
    ASSERT_NE(step(), Step::Attract) << "the visit ended on the way to " << name_of(target);
    answer_step();
  }
  ASSERT_EQ(name_of(step()), name_of(target));
}

}  // namespace desk::flow
