#include "scanner/helper/sane_options.h"

#include <algorithm>
#include <cmath>

namespace desk::scanner {

namespace {

SANE_Word to_word(const SANE_Option_Descriptor& descriptor, double value) {
  return descriptor.type == SANE_TYPE_FIXED ? SANE_FIX(value) : static_cast<SANE_Word>(std::lround(value));
}
double from_word(const SANE_Option_Descriptor& descriptor, SANE_Word word) {
  return descriptor.type == SANE_TYPE_FIXED ? SANE_UNFIX(word) : static_cast<double>(word);
}

}  // namespace

double nearest_allowed(const SANE_Option_Descriptor& descriptor, double wanted) {
  switch (descriptor.constraint_type) {
    case SANE_CONSTRAINT_RANGE: {
      const SANE_Range& range = *descriptor.constraint.range;
      const double low = from_word(descriptor, range.min);
      const double high = from_word(descriptor, range.max);
      const double step = from_word(descriptor, range.quant);
      double value = std::clamp(wanted, low, high);
      if (step > 0) value = std::min(high, low + std::ceil((value - low) / step - 1e-6) * step);
      return value;
    }
    case SANE_CONSTRAINT_WORD_LIST: {
      const SANE_Word* list = descriptor.constraint.word_list;
      std::optional<double> best;
      double most = 0;
      for (SANE_Word i = 1; i <= list[0]; ++i) {
        const double value = from_word(descriptor, list[i]);
        most = i == 1 ? value : std::max(most, value);
        if (value >= wanted - 1e-6 && (!best || value < *best)) best = value;
      }
      return best.value_or(most);
    }
    case SANE_CONSTRAINT_NONE:
    case SANE_CONSTRAINT_STRING_LIST: break;
  }
  return wanted;
}

void SaneOptions::reload() {
  (void)sane_get_option_descriptor(handle_, 0);
  SANE_Int count = 0;
  if (sane_control_option(handle_, 0, SANE_ACTION_GET_VALUE, &count, nullptr) == SANE_STATUS_GOOD) count_ = count;
}

std::optional<SaneOptions::Found> SaneOptions::find(std::string_view name) const {
  for (SANE_Int i = 1; i < count_; ++i) {
    const SANE_Option_Descriptor* descriptor = sane_get_option_descriptor(handle_, i);
    if (descriptor != nullptr && descriptor->name != nullptr && name == descriptor->name) return Found{i, descriptor};
  }
  return std::nullopt;
}

bool SaneOptions::settable(std::string_view name) const {
  const auto found = find(name);
  return found && SANE_OPTION_IS_SETTABLE(found->descriptor->cap) && SANE_OPTION_IS_ACTIVE(found->descriptor->cap);
}

std::vector<std::string> SaneOptions::choices(std::string_view name) const {
  std::vector<std::string> out;
  const auto found = find(name);
  if (!found || found->descriptor->constraint_type != SANE_CONSTRAINT_STRING_LIST) return out;
  for (const SANE_String_Const* entry = found->descriptor->constraint.string_list; *entry != nullptr; ++entry) out.emplace_back(*entry);
  return out;
}

bool SaneOptions::set(SANE_Int index, void* value) {
  SANE_Int info = 0;
  if (sane_control_option(handle_, index, SANE_ACTION_SET_VALUE, value, &info) != SANE_STATUS_GOOD) return false;
  if ((info & SANE_INFO_RELOAD_OPTIONS) != 0) reload();
  return true;
}

bool SaneOptions::set_text(std::string_view name, const std::string& value) {
  const auto found = find(name);
  if (!found || !settable(name) || found->descriptor->type != SANE_TYPE_STRING) return false;
  // The driver may write back up to `size` bytes.
  std::vector<char> buffer(std::max(static_cast<std::size_t>(found->descriptor->size), value.size() + 1), '\0');
  std::copy(value.begin(), value.end(), buffer.begin());
  return set(found->index, buffer.data());
}

bool SaneOptions::set_number(std::string_view name, double value) {
  const auto found = find(name);
  if (!found || !settable(name)) return false;
  if (found->descriptor->type != SANE_TYPE_INT && found->descriptor->type != SANE_TYPE_FIXED) return false;
  if (found->descriptor->size != static_cast<SANE_Int>(sizeof(SANE_Word))) return false;
  SANE_Word word = to_word(*found->descriptor, nearest_allowed(*found->descriptor, value));
  return set(found->index, &word);
}

std::optional<double> SaneOptions::number(std::string_view name) const {
  const auto found = find(name);
  if (!found || !SANE_OPTION_IS_ACTIVE(found->descriptor->cap)) return std::nullopt;
  if (found->descriptor->type != SANE_TYPE_INT && found->descriptor->type != SANE_TYPE_FIXED) return std::nullopt;
  if (found->descriptor->size != static_cast<SANE_Int>(sizeof(SANE_Word))) return std::nullopt;
  SANE_Word word = 0;
  if (sane_control_option(handle_, found->index, SANE_ACTION_GET_VALUE, &word, nullptr) != SANE_STATUS_GOOD) return std::nullopt;
  return from_word(*found->descriptor, word);
}

std::optional<bool> SaneOptions::flag(std::string_view name) const {
  const auto found = find(name);
  if (!found || found->descriptor->type != SANE_TYPE_BOOL || !SANE_OPTION_IS_ACTIVE(found->descriptor->cap)) return std::nullopt;
  SANE_Word word = SANE_FALSE;
  if (sane_control_option(handle_, found->index, SANE_ACTION_GET_VALUE, &word, nullptr) != SANE_STATUS_GOOD) return std::nullopt;
  return word == SANE_TRUE;
}

bool SaneOptions::in_pixels(std::string_view name) const {
  const auto found = find(name);
  return found && found->descriptor->unit == SANE_UNIT_PIXEL;
}

}  // namespace desk::scanner
