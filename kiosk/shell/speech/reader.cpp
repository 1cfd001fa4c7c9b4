#include "kiosk/shell/speech/reader.h"

#include <mecab.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <vector>

#include "data/text/text_catalog.h"
#include "kiosk/shell/speech/reading_terms.h"
#include "kiosk/shell/speech/settled_sounds.h"

namespace desk::shell {
namespace {

struct Symbol {
  std::string_view written, kana;
};
constexpr Symbol kSymbols[] = {{"〜", "カラ"}, {"～", "カラ"}, {"％", "パーセント"}, {"%", "パーセント"}, {"＋", "プラス"}, {"→", "、"}, {"（", "、"}, {"）", "、"}, {"(", "、"}, {")", "、"},
                               {"「", " "}, {"」", " "}, {"『", " "}, {"』", " "}, {"【", "、"}, {"】", "、"}, {"・", "、"}, {"：", "、"}, {":", "、"}, {"／", "、"}, {"/", "、"},
                               {"※", " "}, {"…", "、"}, {"—", "、"}, {"–", "、"}, {"■", " "}, {"●", " "}, {"○", " "}, {"　", " "}, {"＆", "アンド"}, {"&", "アンド"}, {"●", " "}, {"ー", ""}};
class MecabReader final : public Reader {
 public:
  MecabReader(ReadingTerms terms, std::unique_ptr<MeCab::Model> model)
      : terms_(std::move(terms)), model_(std::move(model)), tagger_(model_->createTagger()), lattice_(model_->createLattice()) {}

  Spoken read(std::string_view marked, Language language) override {
    Spoken spoken;
    const MarkedPlain plain = unmarked(marked);
    const std::string_view code = code_of(language);
    const std::string voice(code.substr(0, code.find('-')));
    if (voice == Voice::Japanese) read_japanese(plain, spoken);
    else read_foreign(plain.text, voice, spoken);
    return spoken;
  }

 private:
  static void put(Spoken& spoken, const std::string& voice, std::string_view text) {
    if (text.empty()) return;
    if (spoken.phrases.empty() || spoken.phrases.back().voice != voice) spoken.phrases.push_back({voice, {}});
    spoken.phrases.back().text += text;
  }

  void read_japanese(const MarkedPlain& plain, Spoken& spoken) {
    std::size_t line = 0;
    const std::string& text = plain.text;
    while (line <= text.size()) {
      const std::size_t end = std::min(text.find('\n', line), text.size());
      read_line(text.substr(line, end - line), line, plain.readings, spoken);
      if (end < text.size()) put(spoken, Voice::Japanese, "。");
      line = end + 1;
    }
  }

  void read_line(const std::string& line, std::size_t offset, const std::vector<Settled>& written, Spoken& spoken) {
    std::vector<Settled> settled;
    for (std::size_t at = 0; at < line.size();) {
      const auto over = std::find_if(written.begin(), written.end(), [&](const Settled& each) { return each.begin == at + offset; });
      if (over != written.end() && over->end - offset <= line.size()) {
        settled.push_back({at, over->end - offset, over->sound, Voice::Japanese, false});
        at = settled.back().end;
      } else if (auto found = settle(std::string_view(line).substr(at), at, terms_)) {
        settled.push_back(std::move(*found));
        at = settled.back().end;
      } else {
        at += character_bytes(std::string_view(line).substr(at));
      }
    }
    // MeCab passes over spaces before it looks for what was settled and then does not find it: so each stretch between spaces by itself.
    for (std::size_t begin = 0; begin < line.size();) {
      std::size_t end = begin;
      for (auto each = settled.begin(); end < line.size() && line[end] != ' ';) {
        while (each != settled.end() && each->end <= end) ++each;
        end = each != settled.end() && each->begin <= end ? each->end : end + 1;
      }
      if (begin > 0) put(spoken, Voice::Japanese, " ");
      std::vector<Settled> inside;
      for (const Settled& each : settled) {
        if (each.begin >= begin && each.end <= end) inside.push_back({each.begin - begin, each.end - begin, each.sound, each.voice, each.whole});
      }
      if (end > begin) read_stretch(line.substr(begin, end - begin), inside, spoken);
      begin = end + 1;
    }
  }

  void read_stretch(const std::string& line, const std::vector<Settled>& settled, Spoken& spoken) {
    lattice_->clear();
    lattice_->set_request_type(MECAB_ONE_BEST);
    lattice_->set_sentence(line.c_str(), line.size());
    for (const Settled& each : settled) {
      if (each.whole) lattice_->set_feature_constraint(each.begin, each.end, "名詞,固有名詞,一般,*,*,*,*,*,*");
    }
    if (!tagger_->parse(lattice_.get())) {
      spoken.unread += line;
      return;
    }
    std::size_t at = 0;
    auto next = settled.begin();
    for (const MeCab::Node* node = lattice_->bos_node()->next; node != nullptr && node->next != nullptr; node = node->next) {
      const std::size_t begin = static_cast<std::size_t>(node->surface - lattice_->sentence());
      std::size_t end = begin + node->length;
      if (begin < at) continue;  // said already, with a reading that reaches into this word
      while (next != settled.end() && next->end <= begin) ++next;
      if (next == settled.end() || next->begin >= end) {
        say_word(*node, std::string_view(line).substr(begin, end - begin), spoken);
        at = end;
        continue;
      }
      // Readings are written over parts of this word: what lies between them is kana, or is read by itself.
      for (std::size_t from = begin; from < end;) {
        if (next != settled.end() && next->begin == from) {
          put(spoken, next->voice, next->sound);
          from = next->end;
          end = std::max(end, from);
          ++next;
        } else {
          const std::size_t to = next == settled.end() ? end : std::min(end, next->begin);
          say_rest(std::string_view(line).substr(from, to - from), spoken);
          from = to;
        }
      }
      at = end;
    }
  }

  // A word of the dictionary, by its pronunciation: は as a particle is ワ.
  void say_word(const MeCab::Node& node, std::string_view surface, Spoken& spoken) {
    if (const auto own = terms_.words.find(surface); own != terms_.words.end()) return put(spoken, Voice::Japanese, own->second);
    const std::string_view sound = field(node.feature, 8);
    const bool mark = std::string_view(node.feature).starts_with("記号");
    if (!sound.empty() && sound != "*" && !mark) return put(spoken, Voice::Japanese, sound);
    say_rest(surface, spoken);
  }

  // What the dictionary does not know as a whole: kana as they are, marks as pauses, kanji one by one.
  void say_rest(std::string_view text, Spoken& spoken) {
    if (std::string known = with_known_forms(text); known != text) {
      if (auto sound = dictionary(known)) return put(spoken, Voice::Japanese, *sound);
    }
    while (!text.empty()) {
      const std::string_view character = text.substr(0, character_bytes(text));
      text.remove_prefix(character.size());
      if (is_kana(character) || character == "、" || character == "。" || character == "！" || character == "？" || character == " ") {
        put(spoken, Voice::Japanese, character);
      } else if (is_kanji(character)) {
        if (auto sound = dictionary(with_known_forms(character))) put(spoken, Voice::Japanese, *sound);
        else spoken.unread += character;
      } else if (character == "," || character == "." || character == "-" || character == "!" || character == "?") {
        put(spoken, Voice::Japanese, "、");
      } else {
        for (const Symbol& symbol : kSymbols) {
          if (symbol.written == character) put(spoken, Voice::Japanese, symbol.kana);
        }
      }
    }
  }

  [[nodiscard]] std::string with_known_forms(std::string_view text) const {
    std::string known;
    for (std::size_t at = 0; at < text.size();) {
      const std::string_view character = text.substr(at, character_bytes(text.substr(at)));
      const auto form = terms_.variants.find(character);
      known += form == terms_.variants.end() ? character : std::string_view(form->second);
      at += character.size();
    }
    return known;
  }

  // The sound of a stretch of its own; nothing when a part of it is not in the dictionary.
  [[nodiscard]] std::optional<std::string> dictionary(const std::string& text) {
    const std::unique_ptr<MeCab::Lattice> lattice(model_->createLattice());
    lattice->set_sentence(text.c_str(), text.size());
    if (!tagger_->parse(lattice.get())) return std::nullopt;
    std::string sound;
    for (const MeCab::Node* node = lattice->bos_node()->next; node != nullptr && node->next != nullptr; node = node->next) {
      const std::string_view part = field(node->feature, 8);
      const std::string_view surface(node->surface, node->length);
      if (!part.empty() && part != "*" && !is_kanji(part.substr(0, character_bytes(part)))) sound += part;
      else if (!surface.empty() && is_kana(surface.substr(0, character_bytes(surface)))) sound += surface;
      else return std::nullopt;
    }
    return sound.empty() ? std::nullopt : std::optional(sound);
  }

  static std::string_view field(std::string_view feature, int index) {
    for (; index > 0; --index) {
      const auto comma = feature.find(',');
      if (comma == std::string_view::npos) return {};
      feature.remove_prefix(comma + 1);
    }
    return feature.substr(0, feature.find(','));
  }

  // Whatever is written in letters: its voice reads it; figures of people are said digit by digit, Japanese in it in Japanese, and the
  // terms are known in English.
  void read_foreign(const std::string& text, const std::string& voice, Spoken& spoken) {
    for (std::size_t at = 0; at < text.size();) {
      const std::string_view rest = std::string_view(text).substr(at);
      const bool begins_word = at == 0 || !(is_letter(text[at - 1]) || is_figure(text[at - 1]));
      if (const auto* term = longest_term(terms_.english, rest); term != nullptr && begins_word && voice == Voice::English) {
        put(spoken, voice, term->second);
        at += term->first.size();
      } else if (const std::size_t bytes = address_bytes(rest); bytes > 0) {
        if (voice == Voice::English) put(spoken, voice, "the web address");
        at += bytes;
      } else if (begins_word && (is_figure(rest[0]) || is_letter(rest[0]))) {
        at += foreign_word(rest, voice, spoken);
      } else if (is_kanji(rest.substr(0, character_bytes(rest))) || is_kana(rest.substr(0, character_bytes(rest)))) {
        std::size_t end = at;
        while (end < text.size()) {
          const std::string_view character = std::string_view(text).substr(end, character_bytes(std::string_view(text).substr(end)));
          if (!is_kanji(character) && !is_kana(character)) break;
          end += character.size();
        }
        read_line(text.substr(at, end - at), 0, {}, spoken);
        at = end;
      } else {
        const std::size_t one = character_bytes(rest);
        const std::string_view character = rest.substr(0, one);
        put(spoken, voice, character == "\n" ? ". " : character == "•" ? " hidden " : character);
        at += one;
      }
    }
  }

  static std::size_t foreign_word(std::string_view rest, const std::string& voice, Spoken& spoken) {
    const std::string_view word = rest.substr(0, word_bytes(rest));
    const bool hyphen = word.find('-') != std::string_view::npos;
    const bool figures = std::all_of(word.begin(), word.end(), [](char c) { return is_figure(c) || c == '-'; });
    const bool amount = figures && !hyphen && (word.size() < 6 || rest.substr(word.size()).starts_with(","));
    const bool spell = figures ? !amount : is_mixed(word) && word.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
    if (!spell) {
      put(spoken, voice, word);
      return word.size();
    }
    for (const char c : word) put(spoken, voice, c == '-' ? std::string(", ") : std::string(1, c) + " ");
    return word.size();
  }

  ReadingTerms terms_;
  std::unique_ptr<MeCab::Model> model_;
  std::unique_ptr<MeCab::Tagger> tagger_;
  std::unique_ptr<MeCab::Lattice> lattice_;
};

}  // namespace

Result<std::unique_ptr<Reader>> Reader::create(const std::string& text_folder) {
  auto terms = ReadingTerms::load(text_folder);
  if (!terms) return fail(terms.error());
  // Debian lets the administrator choose a dictionary; ours is this one, whose fields are known.
  constexpr const char* kDictionary = "/var/lib/mecab/dic/ipadic-utf8";
  std::unique_ptr<MeCab::Model> model(MeCab::createModel((std::string("-r /dev/null -d ") + kDictionary).c_str()));
  if (!model) return fail(Failure{StaffCode::SoundMissing, kDictionary, "cannot be opened"});
  return std::unique_ptr<Reader>(std::make_unique<MecabReader>(std::move(*terms), std::move(model)));
}

}  // namespace desk::shell
