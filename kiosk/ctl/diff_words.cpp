#include "kiosk/ctl/diff_words.h"

#include <array>
#include <functional>

namespace desk::ctl {
namespace {

using catalog::Names;

class Sentence {
 public:
  explicit Sentence(const text::Words& words) : words_(words) {}

  [[nodiscard]] std::string of(const catalog::Change& change) const {
    const std::string where = place(change.where);
    switch (change.kind) {
      case catalog::ChangeKind::Added: return words_("diff.added", {{"where", where}});
      case catalog::ChangeKind::Removed: return words_("diff.removed", {{"where", where}});
      case catalog::ChangeKind::Reordered: return words_("diff.reordered", {{"where", where}});
      case catalog::ChangeKind::Changed: break;
    }
    const auto [before, after] = both(change);
    return words_("diff.changed",
                  {{"where", where}, {"field", words_("diff.field." + change.field)}, {"before", before}, {"after", after}});
  }

 private:
  [[nodiscard]] std::string place(const std::vector<catalog::Place>& way) const {
    std::string out;
    for (const catalog::Place& step : way) {
      const std::string inner = named(step);
      out = out.empty() ? inner : words_("diff.within", {{"outer", out}, {"inner", inner}});
    }
    return out;
  }

  [[nodiscard]] std::string named(const catalog::Place& step) const {
    std::string names;
    for (const Names& label : step.labels) names = joined(names, label.in(language()));
    if (step.kind == "pack") return words_("diff.year", {{"name", names}});
    const std::string thing = words_("diff.thing." + step.kind);
    return names.empty() ? thing : words_("diff.named", {{"thing", thing}, {"name", names}});
  }

  [[nodiscard]] std::string joined(const std::string& one, const std::string& other) const {
    return one.empty() ? other : words_("diff.and", {{"one", one}, {"other", other}});
  }

  // A name may have changed in a language that is not the reader's: then that language is shown, else nothing would seem to change.
  [[nodiscard]] std::pair<std::string, std::string> both(const catalog::Change& change) const {
    const Names* before = std::get_if<Names>(&change.before);
    const Names* after = std::get_if<Names>(&change.after);
    if (before == nullptr || after == nullptr) return {said(change.before, change.field), said(change.after, change.field)};
    for (const std::string_view each : std::array<std::string_view, 4>{language(), "ja", "ja-easy", "en"}) {
      if (before->in(each) != after->in(each)) return {quoted(before->in(each)), quoted(after->in(each))};
    }
    return {quoted(before->ja), quoted(after->ja)};
  }

  [[nodiscard]] std::string said(const catalog::FactValue& value, const std::string& field) const {
    struct Say {
      const Sentence& in;
      const std::string& field;
      std::string operator()(std::monostate) const { return in.words_("diff.none"); }
      std::string operator()(const std::string& text) const { return text.empty() ? in.words_("diff.none") : in.quoted(text); }
      std::string operator()(const Names& names) const { return in.quoted(names.in(in.language())); }
      std::string operator()(const std::vector<catalog::Entry>& list) const {
        // No frame named is every frame (FORMAT.md); elsewhere an empty list is empty.
        if (list.empty()) return in.words_(field == "frames" ? "diff.all" : "diff.none");
        std::string out;
        for (const catalog::Entry& entry : list) out = in.joined(out, entry.name.in(in.language()));
        return in.quoted(out);
      }
      std::string operator()(const Date& date) const { return in.words_.full_day(date); }
      std::string operator()(const CivilMinute& minute) const {
        return in.words_("diff.minute", {{"day", in.words_.full_day(minute.date)}, {"clock", clock_text(minute.minute_of_day)}});
      }
      std::string operator()(Yen yen) const { return in.words_("word.yen", {{"amount", with_commas(yen)}}); }
      std::string operator()(Ratio ratio) const { return to_string(ratio); }
      std::string operator()(std::int64_t number) const { return std::to_string(number); }
      std::string operator()(bool flag) const { return in.words_(flag ? "diff.yes" : "diff.no"); }
      std::string operator()(const catalog::Word& word) const { return in.quoted(in.words_("diff.word." + word.code)); }
    };
    return std::visit(Say{*this, field}, value);
  }

  [[nodiscard]] std::string quoted(const std::string& text) const { return words_("diff.quoted", {{"text", text}}); }
  [[nodiscard]] std::string_view language() const { return words_.info().names; }

  const text::Words& words_;
};

}  // namespace

// On a terminal there is no ruby: readings and emphasis are left out.
std::string sentence(const catalog::Change& change, const text::Words& words) { return text::plain(Sentence(words).of(change)); }

}  // namespace desk::ctl
