// Twenty thousand touches and reports in no sensible order. Workers answer what they were asked, late, twice or never; people press
// everything. Whatever happens, the desk stays one that a person can stand before.
#include <gtest/gtest.h>

#include <random>

#include "kiosk/flow/assessment.h"
#include "tests/flow/visit.h"

namespace desk::flow {
namespace {

class Chaos {
 public:
  Chaos(unsigned seed, const catalog::Pack& pack) : pack_(pack), engine_(seed) {
    model_.last_touch = clock_.steady();
    model_.entered = clock_.steady();
  }

  void turn() {
    if (below(8) == 0) clock_.advance(std::chrono::seconds(below(200)));
    Event event = next_event();
    trail_ = std::to_string(event.index()) + " at " + std::string(name_of(model_.step));
    const Context context{pack_, to_jst(clock_.wall()), clock_.steady(), clock_.wall(), Delays{}, below(2) == 0, true};
    Next next = update(std::move(model_), std::move(event), context);
    model_ = std::move(next.model);
    for (const Effect& effect : next.effects) hear(effect);
    check();
  }

  [[nodiscard]] int ends() const { return ends_; }
  [[nodiscard]] std::size_t steps_seen() const { return seen_.size(); }

 private:
  std::int64_t below(std::int64_t count) { return std::uniform_int_distribution<std::int64_t>(0, count - 1)(engine_); }
  template <class T>
  const T& one_of(const std::vector<T>& items) {
    return items[static_cast<std::size_t>(below(static_cast<std::int64_t>(items.size())))];
  }

  // Remembers the replies that an order may get.
  void hear(const Effect& effect) {
    if (std::holds_alternative<EndSession>(effect)) {
      ++ends_;
      EXPECT_EQ(model_.step, Step::Attract) << trail_;
      EXPECT_TRUE(model_.entry.empty() && model_.answers.phone.number.empty() && !model_.application && model_.link.grant.empty()) << trail_;
      EXPECT_EQ(std::string(to_json(model_.answers).reveal()), std::string(to_json(Answers{}).reveal())) << trail_;
    }
    std::visit([&](const auto& order) {
      if constexpr (requires { order.id; }) order_ = {effect.index(), order.id};
    }, effect);
  }

  CodeState code() {
    CodeState state;
    state.sid = "VE";
    state.tag = "あ-1";
    state.next_send = WallTime{clock_.wall().seconds + 1800};
    state.valid_until = state.next_send;
    return state;
  }

  // A reply that a worker could really give to that kind of order.
  Event reply(std::size_t kind, CommandId id) {
    if (kind == Effect(std::in_place_type<Convert>).index()) {
      if (below(4) == 0) return NotConverted{id, StaffCode::ConversionUnavailable};
      Converted converted{id, {}};
      for (std::int64_t i = below(3); i > 0; --i) converted.words.emplace_back("高崎");
      return converted;
    }
    switch (kind) {
      case 0: if (below(4) == 0) return StoreFailed{id, StaffCode::StoreFull};
        return RecordOpened{id, ApplicationId{"ab"}, ReceptionNumber{"T7K-4M2"}, slip_token()};
      case 2: if (below(5) == 0) return StoreFailed{id, StaffCode::StoreUnavailable};
        return below(3) == 0 ? Event(SameNumberFound{id}) : Event(NoSameNumber{id});
      case 3: return found(id);
      case 5: return below(3) == 0 ? Event(CodeNotSent{id, static_cast<CodeNote>(below(12)), std::nullopt}) : Event(CodeSent{id, code()});
      case 6: return below(2) == 0 ? Event(CodeApproved{id, clock_.wall()}) : Event(CodeDenied{id, CodeNote::Wrong, 3, std::nullopt});
      case 7:
        switch (below(5)) {
          case 0: return ScanFaulted{id, StaffCode::ScannerJammed};
          case 1: return ScanEnded{id};
          case 2: return ScanProgressed{id, 1, 40};
          default: return PageScanned{id, good_page(static_cast<int>(1 + below(3)))};
        }
      case 10: return PageMasked{id, good_page(1)};
      case 11: return below(4) == 0 ? Event(PaperNotSaved{id, StaffCode::PdfBroken}) : Event(PaperSaved{id, {"a.pdf"}, 10});
      case 12:
        switch (below(3)) {
          case 0: return QrFound{id, "https://d/a/" + slip_token().text};
          case 1: return QrNotFound{id};
          default: return ScanFaulted{id, StaffCode::ScannerCoverOpen};
        }
      case 13: return below(3) == 0 ? Event(BundleNotStored{id, StaffCode::PageUnreachable}) : Event(BundleStored{id, "https://d/a/x"});
      case 14:
        switch (below(6)) {
          case 0: return SlipDrawn{id, 3, 576, 900};
          case 1: return SlipQueued{id};
          case 2: return SlipPrinting{id};
          case 3: return SlipUnknown{id};
          case 4: return SlipFailed{id, StaffCode::PrinterPaperOut};
          default: return SlipPrinted{id};
        }
      case 15: return GrantMade{id, "https://d/g", clock_.wall()};
      case 16: case 17:
        switch (below(4)) {
          case 0: return ResumeNotFound{id};
          case 1: return ResumeNeedsCode{id, code()};
          case 2: return ResumeRefused{id, ResumeNote::Unreachable, std::nullopt};
          default: return found(id);
        }
      case 18: return below(2) == 0 ? found(id) : Event(CodeDenied{id, CodeNote::Expired, 0, std::nullopt});
      case 19: return below(3) != 0 ? Event(PinAccepted{id, below(2) == 0 ? "sato" : "tanaka"}) : Event(PinRefused{id, below(2) == 0});
      case 24: return below(4) == 0 ? Event(BundlesNotBuilt{id, StaffCode::PdfBroken}) : Event(BundlesBuilt{id, {{"KSS04-1234567_1.pdf", 10, 1, 1, 1}}});
      case 25: return ApplicationsListed{id, {kept()}};
      case 26: return below(3) == 0 ? Event(StaffWorkFailed{id, StaffCode::RecordDamaged}) : Event(ApplicationShown{id, Answers{}});
      case 27: return TrailRead{id, {{clock_.wall(), "staff_called", "at=phone"}}};
      case 28: return below(3) == 0 ? Event(StaffWorkFailed{id, StaffCode::StoreUnavailable}) : Event(ApplicationErased{id});
      case 29: return below(3) == 0 ? Event(StaffWorkFailed{id, StaffCode::ExportFolderFull}) : Event(ApplicationExported{id, {"A", 2, 10}});
      case 30: return OutboxListed{id, {{ParcelKind::HandOff, "AAA-222", clock_.wall(), clock_.wall(), 2}}, 1};
      case 31: return HelpCallsCounted{id, {{Step::Phone, 1, 2}}};
      default: return Ticked{};
    }
  }

  KeptApplication kept() {
    KeptApplication line;
    line.application = ApplicationId{"cd"};
    line.reception = ReceptionNumber{"AAA-222"};
    line.resumable = below(4) != 0;
    return line;
  }

  Event found(CommandId id) {
    auto answers = answers_from_json(R"({"consented":true,"entity":"sole","phone":{"number":"09012345678","proof":"later"},"functions":["supplier_orders"],
        "partner_count":2,"partners":[{"entity":"corporation"},{}],"papers":{"partner/1/partner_registry":{"state":"scanned"}}})");
    ResumeFound event{id, ApplicationId{"cd"}, ReceptionNumber{"AAA-222"}, std::move(*answers), "", {}};
    if (below(2) == 0) {
      event.open_paper = pack_.needs.front().id;
      event.open_pages = {good_page(1)};
    }
    return event;
  }

  Event next_event() {
    switch (below(13)) {
      case 0: case 1: case 2: if (below(2) == 0) return Pressed{Action::Next};
        return below(60) == 0 ? Event(Pressed{Action::ConfirmEnd}) : Event(Pressed{static_cast<Action>(below(static_cast<int>(Action::RetryOutbox) + 1))});
      case 3: case 4: {
        const auto question = question_of(model_.step, model_.answers, pack_);
        if (question && !question->choices.empty()) {
          const std::string code = one_of(question->choices);
          return question->kind == QuestionKind::Several ? Event(Toggled{code}) : Event(Chosen{code});
        }
        return Typed{static_cast<char>('0' + below(10))};
      }
      case 11:
        switch (below(8)) {
          case 0: case 1: case 2: return NameKey{Secret(one_of(std::vector<std::string>{"か", "ん", "ー", "A", " ", "ぱ"}))};
          case 3: return NameEdited{static_cast<input::Edit>(below(6))};
          case 4: return CandidateChosen{static_cast<std::size_t>(below(4))};
          case 5: return FormChosen{below(2) == 0 ? NamePart::Family : NamePart::Given, static_cast<std::size_t>(below(3)), "髙"};
          case 6: return NamePartChosen{below(2) == 0 ? NamePart::Family : NamePart::Given};
          default: return Pressed{one_of(std::vector<Action>{Action::SwitchKeys, Action::KeepKana, Action::DontKnow})};
        }
      case 5: return Typed{one_of(std::vector<char>{'0', '1', '5', '9', 'A', 'T', '\b', '\f', '-', 'z'})};
      case 6: case 7: case 8: return reply(order_.first, order_.second);
      case 9: {  // an answer to what was asked long ago, or never
        const auto id = static_cast<CommandId>(below(static_cast<std::int64_t>(model_.next_command) + 3));
        return reply(static_cast<std::size_t>(below(32)), id == model_.awaited ? 0 : id);
      }
      case 10:
        if (behind_pin(model_.step) && below(2) == 0) {
          return below(2) == 0 ? Event(StaffAreaChosen{one_of(all_steps())}) : Event(ApplicationChosen{"cd"});
        }
        switch (below(10)) {
          case 0: return PaperChosen{one_of(pack_.needs).id};
          case 1: return PaperKindChosen{one_of(pack_.documents).id};
          case 2: return PageAgainChosen{static_cast<int>(below(4))};
          case 3: return PageMaskChosen{static_cast<int>(below(4))};
          case 4: return BoxDrawn{{1, 1, static_cast<int>(below(900)), 500}};
          case 5: return TextSizeChosen{static_cast<int>(below(7))};
          case 6: return LanguageChosen{Language::English};
          case 7: return ReaderRead{"https://d/a/" + slip_token().text};
          case 8: return RecordSaved{};
          default: return StoreFailed{0, StaffCode::StoreUnavailable};
        }
      default: return below(3) == 0 ? Event(Touched{}) : Event(Ticked{});
    }
  }

  void check() {
    seen_.insert(model_.step);
    ASSERT_LE(model_.entry.size(), 32u) << trail_;
    ASSERT_LT(model_.awaited, model_.next_command) << trail_;
    ASSERT_LE(model_.answers.phone.numbers_tried, 3) << trail_;
    const auto& hand = model_.name.part(model_.name.at_hand());
    ASSERT_TRUE(hand.stage != input::Stage::Converting || model_.awaited != 0) << trail_;
    ASSERT_TRUE(model_.step == Step::ContactName || model_.step == Step::StaffPin || hand.shown().empty()) << trail_;
    // Somebody who waits for a machine waits for an answer that can still come.
    ASSERT_TRUE(!busy(model_) || model_.awaited != 0) << trail_;
    ASSERT_TRUE(!model_.resume.looking || model_.awaited != 0) << trail_;
    ASSERT_TRUE(model_.step != Step::Attract || (model_.entry.empty() && !model_.record_open && !model_.application)) << trail_;
    ASSERT_TRUE(model_.overlay != Overlay::IdleWarning || model_.step != Step::Attract) << trail_;
    ASSERT_TRUE(model_.step != Step::Masking || model_.scan.masking) << trail_;
    const bool has_paper = model_.step == Step::Coach || model_.step == Step::Scanning || model_.step == Step::Scanned ||
                           model_.step == Step::IssueDate;
    ASSERT_TRUE(!has_paper || need_of(model_.scan.need, model_.answers, pack_) != nullptr) << trail_;
    ASSERT_TRUE(model_.step != Step::Code || !model_.answers.phone.number.empty()) << trail_;
    ASSERT_TRUE(model_.mode == Mode::Apply || !model_.record_open) << trail_;
    // Nobody stands behind the PIN without one, and whoever has the hand has a name.
    ASSERT_TRUE(!behind_pin(model_.step) || !model_.staff.name.empty()) << trail_;
    ASSERT_TRUE(!model_.staff.assisting || !model_.staff.name.empty()) << trail_;
    ASSERT_TRUE(!behind_pin(model_.step) || (!model_.record_open && !model_.application)) << trail_;
    ASSERT_TRUE(model_.settings.text_size >= 1 && model_.settings.text_size <= 4) << trail_;
    if (below(50) == 0) (void)assess(model_.answers, pack_, real_catalogue().offices(), to_jst(clock_.wall()));
  }

  const catalog::Pack& pack_;
  std::mt19937 engine_;
  FakeClock clock_;
  Model model_;
  std::pair<std::size_t, CommandId> order_{99, 0};
  std::string trail_;
  std::set<Step> seen_;
  int ends_ = 0;
};

TEST(Chaos_, of_twenty_thousand_events_breaks_nothing) {
  std::size_t steps = 0;
  int ends = 0;
  for (unsigned seed = 1; seed <= 20; ++seed) {
    // The year whose partners hand in papers as well, and the one that people meet today.
    Chaos chaos(seed, seed % 2 == 0 ? pack_of_2023() : real_pack());
    for (int turns = 0; turns < 1000; ++turns) {
      chaos.turn();
      if (testing::Test::HasFatalFailure()) FAIL() << "seed " << seed << ", turn " << turns;
    }
    steps = std::max(steps, chaos.steps_seen());
    ends += chaos.ends();
  }
  EXPECT_GT(steps, 12u) << "the events no longer lead anywhere";
  EXPECT_GT(ends, 20);
}

}  // namespace
}  // namespace desk::flow
