// ReceiptModel: everything a slip says, as plain values. The caller fills it from the application, pack and configuration; the printer
// room knows no rules. Texts here are already in the slip's language and may carry marks (**bold**, [漢字|かんじ]); fixed words come from
// data/text, section "receipt". Of the person there is only the name under
// which staff call, if one was given, and of a company its public number: no phone number and no ID (factbook 12.3).
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "data/base/calendar.h"
#include "data/base/ids.h"
#include "data/base/result.h"
#include "data/base/yen.h"

namespace desk::printer {

enum class SlipKind {
  Receipt,   // 受付票: the visit is done; number and (unless the hand-off is off and nothing was stored) QR
  Park,      // 途中の控え: an outside task comes first; the slip brings the person back
  Lookup,    // 調べるだけ: nothing was stored, so neither number nor QR
  SelfTest,  // 点検票: devices, width and type sample, for staff
};

// Factbook 12.1: 余裕 ≥ 7 days, 注意 3-6, 危険 0-2, 不可 < 0.
enum class SlackClass { Easy, Care, Tight, Missed };

struct TargetRound {
  std::string name;  // "第5次"
  CivilMinute deadline;
  int slack_days = 0;  // calendar days; printed except for Missed
  SlackClass slack = SlackClass::Easy;
};

// No round is known to be open on the visit's date: said plainly, with where to look (factbook 12.2 「現在の回が不明」).
struct NoOpenRound {};

// monostate: the slip does not speak of deadlines (self-test, or the plan was not reached).
using Target = std::variant<std::monostate, TargetRound, NoOpenRound>;

struct Todo {
  std::string when;  // "今日", "18日（金）まで"; may be empty
  std::string text;  // "納税証明書 その1（税務署）"
};

// Drawn as a shape, so that the state is never in the word alone: filled box with a tick, empty box, box with "?", filled box with a cross.
enum class Mark { Done, Open, Ask, Fault };

struct CheckedItem {
  std::string label;  // "gBizIDプライム"
  std::string state;  // "あり"
  Mark mark = Mark::Done;
};

enum class PhoneProof {
  NotAsked,       // lookup, self-test, or the step was not reached: nothing is printed
  Verified,       // by an SMS code
  CodeSent,       // a message is out, the code was not entered: SMS未確認
  Unsent,         // no message could be sent: SMS未確認・未送信 (design rule 4.8)
  StaffAttested,  // two staff PINs; never shown as SMS-verified
};

enum class PageState { NoPage, Sent, NotYetSent };

// What the QR is for: decided by handoff.mode. With DeskOnly the slip never speaks of the phone.
enum class QrUse { DeskOnly, PhoneChecklist, PhoneEverything };

struct PackNote {
  std::string programme;             // "デジタル化・AI導入補助金2026 通常枠"
  std::optional<Date> verified;      // when people last checked the pack against the official pages
  bool stale = false;
  std::string official_address;      // of this year; printed, never the QR
};

struct ReceiptModel {
  SlipKind kind = SlipKind::Receipt;
  std::string site_name;                     // "高崎商工会議所"
  std::string corner;                        // "補助金 準備コーナー"; may be empty
  std::optional<ReceptionNumber> number;     // required for Receipt and Park
  std::string addressee;                     // "髙﨑 邦子"; empty: none was given
  std::string corporate_number;              // "7 0700 0101 2345", as papers print it; may be empty
  CivilMinute issued;                        // JST
  Target target;
  std::vector<std::string> cautions;         // boxed: 「交付決定まで契約・支払いをしない」
  std::vector<Todo> todos;
  std::vector<CheckedItem> checked;          // also the device lines of a self-test
  std::optional<Yen> estimate;               // printed as 目安・最大 with the disclaimer
  PhoneProof phone = PhoneProof::NotAsked;
  PageState page = PageState::NoPage;
  std::optional<CivilMinute> next_code;      // when the SMS code may be sent again; printed on a park slip
  std::optional<Date> scans_until;           // the two clocks of retention (design 5)
  std::optional<Date> answers_until;
  PackNote pack;
  std::string link_address;                  // what the QR says; holds the token, so treat the model as a secret. Empty: no QR
  QrUse qr_use = QrUse::DeskOnly;
  bool demonstration = false;                // 見本
  bool training = false;                     // 練習
  std::string tested_by;                     // self-test: whose PIN; of the staff, never of an applicant
};

// BadInput, naming the field, for a model that would print a lie: a receipt without number, a lookup with number or QR, a receipt whose
// date does not exist.
[[nodiscard]] Done check_model(const ReceiptModel& model);

}  // namespace desk::printer
