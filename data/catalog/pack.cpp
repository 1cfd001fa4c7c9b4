#include "data/catalog/pack.h"

#include <algorithm>

namespace desk::catalog {
namespace {

template <class T>
const T* by_id(const std::vector<T>& all, std::string_view id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& each) { return each.id == id; });
  return found == all.end() ? nullptr : &*found;
}

// Offices close from 29 December to 3 January (行政機関の休日に関する法律, article 1).
bool year_end(const Date& date) {
  const unsigned month = static_cast<unsigned>(date.month());
  const unsigned day = static_cast<unsigned>(date.day());
  return (month == 12 && day >= 29) || (month == 1 && day <= 3);
}

}  // namespace

const std::string& Names::in(std::string_view language) const {
  if (language == "en") return en;
  return language == "ja-easy" ? easy : ja;
}

std::string_view code_of(Confidence confidence) {
  switch (confidence) {
    case Confidence::High: return "H";
    case Confidence::Medium: return "M";
    case Confidence::Low: return "L";
  }
  return "L";
}

std::string_view code_of(Entity entity) {
  switch (entity) {
    case Entity::Corporation: return "corporation";
    case Entity::Sole: return "sole";
  }
  return "";
}

std::string_view code_of(Size size) {
  switch (size) {
    case Size::Micro: return "micro";
    case Size::Sme: return "sme";
    case Size::Large: return "large";
  }
  return "";
}

std::optional<Entity> entity_from(std::string_view code) {
  for (const Entity entity : {Entity::Corporation, Entity::Sole}) {
    if (code_of(entity) == code) return entity;
  }
  return std::nullopt;
}

std::optional<Size> size_from(std::string_view code) {
  for (const Size size : {Size::Micro, Size::Sme, Size::Large}) {
    if (code_of(size) == code) return size;
  }
  return std::nullopt;
}

const Frame* Pack::frame(std::string_view id) const { return by_id(frames, id); }
const Industry* Pack::industry(std::string_view id) const { return by_id(industries, id); }
const Exclusion* Pack::exclusion(std::string_view id) const { return by_id(exclusions, id); }
const DocumentKind* Pack::document(std::string_view id) const { return by_id(documents, id); }

const Step* Pack::step(StepKind kind, std::string_view frame) const {
  const auto found = std::find_if(steps.begin(), steps.end(), [&](const Step& each) {
    return each.kind == kind && (each.frames.empty() || std::find(each.frames.begin(), each.frames.end(), frame) != each.frames.end());
  });
  return found == steps.end() ? nullptr : &*found;
}

const Contact* Pack::contact(std::string_view id, const Date& on) const {
  for (const Contact& each : contacts) {
    if (each.id == id && each.from <= on && (!each.until || on <= *each.until)) return &each;
  }
  return nullptr;
}

std::string Pack::stamp() const { return std::to_string(year) + " / " + to_string(verified); }

const Holiday* OfficeCalendar::holiday(const Date& date) const {
  const auto found = std::lower_bound(holidays.begin(), holidays.end(), date,
                                      [](const Holiday& each, const Date& wanted) { return each.date < wanted; });
  return found != holidays.end() && found->date == date ? &*found : nullptr;
}

bool OfficeCalendar::closed(const Date& date) const {
  const unsigned weekday = weekday_of(date);
  return weekday == 0 || weekday == 6 || year_end(date) || holiday(date) != nullptr;
}

Date OfficeCalendar::open_day_before(Date date) const {
  while (closed(date)) date = plus_days(date, -1);
  return date;
}

Date OfficeCalendar::open_day_after(Date date) const {
  while (closed(date)) date = plus_days(date, 1);
  return date;
}

const Lead* lead_on(const Step& step, const Date& on) {
  const Lead* found = nullptr;
  for (const Lead& each : step.leads) {
    if (each.from <= on) found = &each;
  }
  return found;
}

const Condition* near_minimum_wage_on(const Frame& frame, const Date& on) {
  const Condition* found = nullptr;
  for (const Condition& each : frame.near_minimum_wage) {
    if (each.from <= on) found = &each;
  }
  return found;
}

}  // namespace desk::catalog
