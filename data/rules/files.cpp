#include "data/rules/files.h"

#include <algorithm>

#include "data/rules/typed_text.h"

namespace desk::rules {
namespace {

using catalog::ApplicationNumberForm;

constexpr char kPlaceholder = 'X';
constexpr std::size_t kPrefixLetters = 3, kPrefixDigits = 2;

bool of_frame(const ApplicationNumberForm& form, const catalog::Frame* frame) {
  return frame == nullptr || form.frames.empty() || std::find(form.frames.begin(), form.frames.end(), frame->id) != form.frames.end();
}

const ApplicationNumberForm* form_with(const catalog::Pack& pack, const catalog::Frame* frame, std::string_view prefix) {
  for (const ApplicationNumberForm& form : pack.files.application_numbers) {
    if (form.prefix == prefix && of_frame(form, frame)) return &form;
  }
  return nullptr;
}

bool is_prefix(std::string_view text) {
  return text.size() == kPrefixLetters + kPrefixDigits &&
         std::all_of(text.begin(), text.begin() + kPrefixLetters, [](char c) { return c >= 'A' && c <= 'Z'; }) &&
         all_digits(text.substr(kPrefixLetters));
}

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

bool unreadable(char c) { return !is_digit(c) && !is_letter(c); }

}  // namespace

ApplicationNumber application_number(const catalog::Pack& pack, const catalog::Frame* frame, std::string_view typed) {
  const std::string text = plain_hyphens(without_spaces(half_width(typed)));
  const auto refuse = [](std::string reason) { return ApplicationNumber{false, {}, std::move(reason), {}}; };
  if (text.empty()) return refuse("empty");
  const std::size_t hyphen = text.find('-');
  if (hyphen == std::string::npos) return refuse("application_number_form");
  const std::string prefix = upper(text.substr(0, hyphen)), rest = text.substr(hyphen + 1);
  const ApplicationNumberForm* form = form_with(pack, frame, prefix);
  const int characters = form != nullptr ? form->characters : ApplicationNumberForm{}.characters;
  if (!is_prefix(prefix) || rest.size() != static_cast<std::size_t>(characters) || std::any_of(rest.begin(), rest.end(), unreadable)) {
    return refuse("application_number_form");
  }
  ApplicationNumber out{true, prefix + "-" + rest, {}, {}};
  if (form == nullptr) out.warnings.push_back("prefix_unconfirmed");
  if (rest.find_first_not_of(kPlaceholder) == std::string::npos) out.warnings.push_back("number_placeholder");
  return out;
}

const ApplicationNumberForm* application_number_form(const catalog::Pack& pack, const catalog::Frame* frame) {
  const auto& forms = pack.files.application_numbers;
  const auto found = std::find_if(forms.begin(), forms.end(), [&](const ApplicationNumberForm& form) { return of_frame(form, frame); });
  return found == forms.end() ? nullptr : &*found;
}

std::string placeholder_number(const catalog::Pack& pack, const catalog::Frame* frame) {
  const ApplicationNumberForm* form = application_number_form(pack, frame);
  const std::string prefix = form != nullptr ? form->prefix : std::string(kPrefixLetters + kPrefixDigits, kPlaceholder);
  return prefix + "-" + std::string(static_cast<std::size_t>((form != nullptr ? *form : ApplicationNumberForm{}).characters), kPlaceholder);
}

std::string bundle_file_name(std::string_view number, int n) { return std::string(number) + "_" + std::to_string(n) + ".pdf"; }

FileName check_file_name(const catalog::Pack& pack, const catalog::Frame* frame, std::string_view name) {
  constexpr std::string_view kExtension = ".pdf";
  constexpr std::size_t kMostDigits = 4;  // of the bundle's number: thousands of bundles are a slip of the finger
  FileName out;
  std::string text = half_width(name);
  if (text != name) out.reasons.push_back("file_name_width");
  if (text.ends_with(kExtension)) {
    text.resize(text.size() - kExtension.size());
  } else {
    out.reasons.push_back("file_name_extension");
    const std::size_t dot = text.rfind('.');
    if (dot != std::string::npos) text.resize(dot);
  }
  const std::size_t mark = text.rfind('_');
  const ApplicationNumber number = application_number(pack, frame, std::string_view(text).substr(0, mark));
  const std::string digits = mark == std::string::npos ? std::string() : text.substr(mark + 1);
  const bool counted = all_digits(digits) && digits[0] != '0' && digits.size() <= kMostDigits;
  if (!number.ok) out.reasons.push_back("file_name_form");
  if (number.ok && number.number != std::string_view(text).substr(0, mark)) out.reasons.push_back("file_name_form");
  if (!counted) out.reasons.push_back("file_name_number");
  out.warnings = number.warnings;
  out.number = number.number;
  if (counted) out.n = std::stoi(digits);
  if (number.ok && counted) out.name = bundle_file_name(out.number, out.n);
  out.ok = out.reasons.empty();
  return out;
}

FileSize file_size(const catalog::FileRules& rules, catalog::Party party, std::int64_t bytes) {
  if (bytes <= rules.most_bytes) return {true, {}, {}};
  if (bytes <= rules.official_bytes) return {true, {}, {"recompress"}};
  switch (party) {
    case catalog::Party::Applicant: return {false, {"recompress", "call_secretariat"}, {}};
    case catalog::Party::Partner: return {false, {"recompress", "split_pages"}, {}};
  }
  return {};
}

}  // namespace desk::rules
