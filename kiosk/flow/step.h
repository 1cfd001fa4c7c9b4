// Steps: where a visit can stand. The order of the main line depends on answers and pack and is computed, never stored.
//
//   Attract ─┬─ Consent ── Entity … Contracted ── Readiness ── Plan ── ContactName ── Phone ── Code ── Papers ── Review ── Printing ── Done
//            │                                          (of partners: ApplicationNumber ── PartnerCount ── PartnerKind ┘)
//            ├─ (調べるだけ) Entity … Plan ── Printing ── Done              Papers ⇄ Coach → Scanning → Scanned ⇄ Masking → IssueDate
//            └─ Resume ── ResumeNumber / ResumeScan / StaffPin ── ResumeCode ── the first open step
//
//   help at the start screen ── StaffPin ── StaffHome ─┬─ StaffApplications ── StaffApplication ⇄ StaffTrail        Phone ── StaffAttest
//                                                      └─ StaffOutbox, StaffCalls, StaffDevices, StaffSelfTest …    (two StaffPin)
//
// Help, idle warning, settings, faults and cancel float above all of it and live at the root (update.cpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace desk::flow {

enum class Step {
  Attract,
  Consent,
  // 事業
  Entity, Industry, MainTrade, Capital, Employees,
  // 対象
  Purpose, Exclusions, PastAward, Processes, ProcessKinds, SoftwareCost, TotalAccounts, SmeAccounts, Members, AnalysisCost, AdminCost,
  PcCost, RegisterCost, MinimumWage, Verdict,
  // 準備
  GbizId, MyNumber, SecurityAction, SecurityActionId, ManagementCheck, Vendor, Contracted, Readiness, Plan,
  // 電話
  Phone, Code, SameNumber,
  // 書類: where 取引先 hand in papers as well, first who they are
  ApplicationNumber, PartnerCount, PartnerKind,
  Papers, Coach, Scanning, Scanned, Masking, IssueDate,
  // 控え
  Review, Printing, Done,
  // 続きから
  Resume, ResumeNumber, ResumeScan, ResumeCode, StaffPin,
  // 係員: behind the PIN, but for StaffAttest, which is an explanation before two PINs
  StaffHome, StaffApplications, StaffApplication, StaffTrail, StaffAttest, StaffOutbox, StaffCalls,
  StaffDevices, StaffSelfTest, StaffTouchTest, StaffTraining, StaffSettings,
  // 電話, before the number: whom staff will call, and which company it is
  ContactName, CorporateNumber,
};

// The stations of the line at the top of the screen.
enum class Station { Business, Eligibility, Preparation, Phone, Papers, Slip };
[[nodiscard]] std::optional<Station> station_of(Step step);

// "employees": the name in keys, pictures and scripts.
[[nodiscard]] std::string_view name_of(Step step);
[[nodiscard]] const std::vector<Step>& all_steps();
[[nodiscard]] std::optional<Step> step_named(std::string_view name);

}  // namespace desk::flow
