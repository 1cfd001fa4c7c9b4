#include "printer/compose.h"

namespace desk::printer {
namespace {

using text::Align;
using text::Words;

// Adds blocks with their words already in the form for paper.
class Composer {
 public:
  Composer(const ReceiptModel& model, const Words& words) : model_(model), words_(words) {}

  std::vector<Block> run() {
    bands();
    head();
    if (model_.kind == SlipKind::SelfTest) {
      self_test();
    } else {
      target();
      todos();
      checked();
      estimate();
      unsent();
    }
    code();
    foot();
    bands();
    return std::move(blocks_);
  }

 private:
  std::string say(std::string_view key, const text::Arguments& arguments = {}) const {
    return on_paper(words_("receipt." + std::string(key), arguments), words_.language());
  }
  std::string own(const std::string& text) const { return on_paper(text, words_.language()); }

  void centred(Role role, std::string words) { blocks_.emplace_back(TextBlock{role, Align::Center, std::move(words)}); }
  void left(Role role, std::string words) { blocks_.emplace_back(TextBlock{role, Align::Left, std::move(words)}); }
  void rule() { blocks_.emplace_back(RuleBlock{}); }

  void bands() {
    if (model_.demonstration) blocks_.emplace_back(BandBlock{say("sample_band")});
    if (model_.training) blocks_.emplace_back(BandBlock{say("training_band")});
  }

  void head() {
    centred(Role::Site, model_.corner.empty() ? own(model_.site_name) : own(model_.site_name) + "　" + own(model_.corner));
    switch (model_.kind) {
      case SlipKind::Receipt: centred(Role::Title, say("title_receipt")); break;
      case SlipKind::Park: centred(Role::Title, say("title_park")); break;
      case SlipKind::Lookup: centred(Role::Title, say("title_lookup")); break;
      case SlipKind::SelfTest: centred(Role::Title, say("title_self_test")); break;
    }
    if (model_.number) {
      centred(Role::Small, say("number_caption"));
      centred(Role::Number, model_.number->text);
    }
    if (!model_.addressee.empty()) centred(Role::Strong, say("addressee", {{"name", model_.addressee}}));
    if (!model_.corporate_number.empty()) centred(Role::Small, say("corporate_number", {{"number", model_.corporate_number}}));
    centred(Role::Body, say("issued", {{"day", words_.full_day(model_.issued.date)},
                                       {"clock", clock_text(model_.issued.minute_of_day)}}));
    if (model_.kind == SlipKind::Park) centred(Role::Strong, say("park_back"));
    if (model_.kind == SlipKind::Lookup) centred(Role::Strong, say("lookup_not_kept"));
    if (model_.kind == SlipKind::Park && model_.next_code) {
      const bool today = model_.next_code->date == model_.issued.date;
      blocks_.emplace_back(BoxBlock{say("next_code_title"),
                                    say("next_code", {{"time", today ? clock_text(model_.next_code->minute_of_day)
                                                                     : words_.minute(*model_.next_code)}})});
    }
  }

  void target() {
    if (const auto* round = std::get_if<TargetRound>(&model_.target)) {
      rule();
      blocks_.emplace_back(TagBlock{say("deadline_tag")});
      centred(Role::Deadline, words_.minute(round->deadline));
      const text::Arguments arguments{{"round", own(round->name)}, {"days", std::to_string(round->slack_days)}};
      switch (round->slack) {
        case SlackClass::Easy: centred(Role::Body, say("slack_easy", arguments)); break;
        case SlackClass::Care: centred(Role::Body, say("slack_care", arguments)); break;
        case SlackClass::Tight: centred(Role::Strong, say("slack_tight", arguments)); break;
        case SlackClass::Missed: centred(Role::Strong, say("slack_missed", arguments)); break;
      }
    } else if (std::holds_alternative<NoOpenRound>(model_.target)) {
      rule();
      blocks_.emplace_back(BoxBlock{say("no_round"), say("no_round_detail")});
    }
  }

  void todos() {
    if (model_.todos.empty() && model_.cautions.empty()) return;
    rule();
    if (!model_.todos.empty()) left(Role::Heading, say("todo_heading"));
    for (const Todo& todo : model_.todos) {
      const std::string when = todo.when.empty() ? "" : "**" + own(todo.when) + "**　";
      blocks_.emplace_back(TodoBlock{when + own(todo.text)});
    }
    for (const std::string& caution : model_.cautions) blocks_.emplace_back(BoxBlock{own(caution), ""});
  }

  void checked() {
    const auto phone = phone_row();
    if (model_.checked.empty() && !phone) return;
    rule();
    left(Role::Heading, say("checked_heading"));
    rows();
    if (phone) blocks_.emplace_back(*phone);
  }

  void rows() {
    for (const CheckedItem& item : model_.checked) blocks_.emplace_back(RowBlock{item.mark, own(item.label), own(item.state)});
  }

  std::optional<RowBlock> phone_row() const {
    const std::string label = say("phone_label");
    switch (model_.phone) {
      case PhoneProof::NotAsked: return std::nullopt;
      case PhoneProof::Verified: return RowBlock{Mark::Done, label, say("phone_verified")};
      case PhoneProof::CodeSent: return RowBlock{Mark::Open, label, say("phone_code_sent")};
      case PhoneProof::Unsent: return RowBlock{Mark::Open, label, say("phone_unsent")};
      case PhoneProof::StaffAttested: return RowBlock{Mark::Done, label, say("phone_attested")};
    }
    return std::nullopt;
  }

  void estimate() {
    if (!model_.estimate) return;
    rule();
    left(Role::Heading, say("estimate_heading"));
    blocks_.emplace_back(TextBlock{Role::Amount, Align::Right, say("amount", {{"amount", with_commas(*model_.estimate)}})});
    left(Role::Small, say("disclaimer"));
  }

  void unsent() {
    if (model_.phone == PhoneProof::Unsent) blocks_.emplace_back(BoxBlock{say("unsent_title"), say("unsent_detail")});
    if (model_.page == PageState::NotYetSent) blocks_.emplace_back(BoxBlock{say("page_unsent_title"), say("page_unsent_detail")});
  }

  void code() {
    if (model_.link_address.empty()) return;
    rule();
    blocks_.emplace_back(QrBlock{model_.link_address});
    if (model_.kind == SlipKind::SelfTest) {
      centred(Role::Body, say("self_test_qr"));
      return;
    }
    switch (model_.qr_use) {
      case QrUse::DeskOnly: centred(Role::Body, say("qr_desk")); return;
      case QrUse::PhoneChecklist: centred(Role::Body, say("qr_phone_list")); break;
      case QrUse::PhoneEverything: centred(Role::Body, say("qr_phone_all")); break;
    }
    centred(Role::Small, say("qr_also_desk"));
  }

  void foot() {
    kept();
    const PackNote& pack = model_.pack;
    if (pack.programme.empty() && pack.official_address.empty()) return;
    rule();
    if (!pack.programme.empty()) left(Role::Small, own(pack.programme));
    if (pack.verified) left(Role::Small, say("pack_verified", {{"date", words_.full_day(*pack.verified)}}));
    if (pack.stale) blocks_.emplace_back(BoxBlock{say("pack_stale_title"), say("pack_stale_detail")});
    left(Role::Small, say("official_first"));
    if (!pack.official_address.empty()) left(Role::Small, say("official_address", {{"address", pack.official_address}}));
  }

  void kept() {
    if (!model_.scans_until && !model_.answers_until) return;
    if (model_.link_address.empty()) rule();
    if (model_.scans_until) centred(Role::Small, say("kept_scans", {{"date", words_.day(*model_.scans_until)}}));
    if (model_.answers_until) centred(Role::Small, say("kept_answers", {{"date", words_.day(*model_.answers_until)}}));
  }

  void self_test() {
    if (!model_.tested_by.empty()) centred(Role::Body, say("self_test_by", {{"name", own(model_.tested_by)}}));
    rule();
    rows();
    if (!model_.todos.empty()) {
      rule();
      left(Role::Heading, say("self_test_todo"));
      for (const Todo& todo : model_.todos) blocks_.emplace_back(TodoBlock{own(todo.text)});
    }
    rule();
    blocks_.emplace_back(RulerBlock{});
    left(Role::Small, say("self_test_ruler"));
    rule();
    left(Role::Body, say("self_test_sample"));
    left(Role::Small, say("self_test_sample"));
  }

  const ReceiptModel& model_;
  const Words& words_;
  std::vector<Block> blocks_;
};

constexpr std::string_view kWordJoiner = "\xE2\x81\xA0";  // U+2060

struct Plain {
  std::string operator()(const TextBlock& block) const { return text::plain(block.words); }
  std::string operator()(const BandBlock& block) const { return text::plain(block.words); }
  std::string operator()(const TagBlock& block) const { return text::plain(block.words); }
  std::string operator()(const RuleBlock&) const { return "----"; }
  std::string operator()(const BoxBlock& block) const {
    return text::plain(block.title) + (block.detail.empty() ? "" : "／" + text::plain(block.detail));
  }
  std::string operator()(const TodoBlock& block) const { return "□ " + text::plain(block.words); }
  std::string operator()(const RowBlock& block) const {
    const char* mark = block.mark == Mark::Done ? "■ " : block.mark == Mark::Open ? "□ " : block.mark == Mark::Ask ? "？ " : "✕ ";
    return mark + text::plain(block.label) + " … " + text::plain(block.state);
  }
  std::string operator()(const QrBlock&) const { return "[QR]"; }
  std::string operator()(const RulerBlock&) const { return "[ruler]"; }
};

}  // namespace

std::vector<Block> compose(const ReceiptModel& model, const Words& words) { return Composer(model, words).run(); }

std::vector<std::string> lines_of(const std::vector<Block>& blocks) {
  std::vector<std::string> lines;
  lines.reserve(blocks.size());
  for (const Block& block : blocks) lines.push_back(std::visit(Plain{}, block));
  return lines;
}

std::string on_paper(std::string_view marked, text::Language language) {
  const bool with_readings = language == text::Language::EasyJapanese;
  std::string out;
  std::string readings;  // of the bases that stand directly side by side: one pair of brackets for the whole word
  const auto close_word = [&] {
    // Word joiners: no line may begin with the bracket, nor with the kana that belong to the word ("送（おく）る").
    if (with_readings && !readings.empty()) {
      out += std::string(kWordJoiner) + "（" + readings + "）";
      if (!marked.empty() && marked.front() != ' ' && marked.front() != '\n') out += kWordJoiner;
    }
    readings.clear();
  };
  while (!marked.empty()) {
    const auto bar = marked.find('|');
    const auto close = marked.find(']');
    if (marked.front() == '[' && bar != std::string_view::npos && close != std::string_view::npos && bar < close) {
      if (with_readings && !readings.empty()) out += kWordJoiner;
      out += marked.substr(1, bar - 1);
      readings += marked.substr(bar + 1, close - bar - 1);
      marked.remove_prefix(close + 1);
      continue;
    }
    close_word();
    out += marked.front();
    marked.remove_prefix(1);
  }
  close_word();
  return out;
}

}  // namespace desk::printer
