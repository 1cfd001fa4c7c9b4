// Procedure: the course of an application, its words, times and addresses.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/base/calendar.h"
#include "data/catalog/names.h"

namespace desk::catalog {

struct Contact {
  std::string id;  // "site", "guidelines_normal", …
  std::string value;
  Date from;
  std::optional<Date> until;
  Source source;
};

// What people choose on the screen, and the frame it belongs to: they know what they want to buy, the programme knows frames.
// The first chosen in the pack's order decides.
struct Purpose {
  std::string id;        // "accounting", "security", "supplier_orders", …
  Names name;
  std::string frame;
  std::string function;  // the qualifying function it counts as; empty: none
  Source source;
};

enum class Hands { Applicant, Vendor, Both, Secretariat };

// One step of the whole procedure, by name: the sources number them differently (factbook 7.1).
struct ProcedureStep {
  std::string id;
  Names name;
  Hands hands = Hands::Applicant;
  Source source;
};

// A status that the portal shows (factbook 7.3).
struct Status {
  std::string id;
  std::string shown;  // the portal's own word
  Names meaning;
  std::vector<std::string> next;  // ids
  Source source;
};

// 事業実施効果報告 (factbook 7.7); never generalised from one frame to another.
struct EffectReport {
  std::vector<std::string> frames;
  std::optional<Date> covers_from, covers_to;
  std::optional<Date> window_from, window_to;
  Names text;
  Source source;
};

// The official portal's own times (factbook 7.2, 7.4, 7.6).
struct PortalTimes {
  int invitation_hours = 72;
  int resend_minutes = 30;
  std::optional<int> inspection_days, payment_days;  // 確定検査, and from approval to payment: as reported
  std::optional<int> project_months;                 // how long the project may take, as reported
  Source source;
};

}  // namespace desk::catalog
