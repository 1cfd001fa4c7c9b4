// Effects: orders to the shell, which carries them out on its workers and answers with events that bear the same id.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "data/base/phone_number.h"
#include "data/base/secret.h"
#include "kiosk/flow/model.h"

namespace desk::flow {

// How a visit ends. Every way passes the one door (design 4.6).
enum class Ending { Finished, Parked, Abandoned, Cancelled };

// ---- the store ----
struct OpenRecord { CommandId id; };                       // a new application and its reception number
struct SaveAnswers {};                                     // the model's answers as they are after this update
struct FindSameNumber { CommandId id; };                   // another open application with this proved number?
struct OpenPreviousRecord { CommandId id; };               // → ResumeFound
struct ErasePreviousRecord {};

// ---- the code ----
struct SendCode { CommandId id; PhoneNumber number; };
struct CheckCode { CommandId id; std::string sid; Secret code; };

// ---- the scanner ----
struct StartScan { CommandId id; std::string need; std::optional<int> replacing; };
struct StopScan {};
struct DropPages {};                                       // the pages at hand are not wanted
struct MaskPage { CommandId id; int number; std::vector<MaskBox> boxes; };
struct SavePaper { CommandId id; std::string need; };      // the pages at hand become files
struct ScanForQr { CommandId id; };
struct BuildBundles { CommandId id; };                     // the partners' papers become the portal's files

// ---- the slip and the link ----
struct StoreBundle { CommandId id; };
struct PrintSlip { CommandId id; SlipKind slip; };
struct MakeGrant { CommandId id; };

// ---- resuming ----
struct LookUpToken { CommandId id; LinkToken token; };
struct LookUpNumber { CommandId id; ReceptionNumber number; bool staff_vouches; };
struct CheckResumeCode { CommandId id; std::string sid; Secret code; };
struct CheckPin { CommandId id; Secret pin; };

// ---- staff ----
struct ListApplications { CommandId id; };
struct ShowApplication { CommandId id; ApplicationId application; };   // → ApplicationShown
struct ReadTrail { CommandId id; ApplicationId application; };
struct EraseApplication { CommandId id; ApplicationId application; };
struct ExportApplication { CommandId id; ApplicationId application; };
struct ListOutbox { CommandId id; bool send_first; };                  // tries every parcel once before it tells what still waits
struct CountHelpCalls { CommandId id; };
// For the audit trail: who did what. `name` is of the staff, `other` the second of two who attest.
enum class StaffAct { Locked, Left, AssistBegun, AssistEnded, TouchedByStaff, TouchedByApplicant, Attested };
struct RecordStaff { StaffAct act; std::string name; std::string other; Step at; };

// ---- the machine ----
struct AskDevice { CommandId id; DeviceKind kind; };
struct RunTest { CommandId id; TestItem item; };
struct SendTestMessage { CommandId id; PhoneNumber number; };
struct CheckTestCode { CommandId id; std::string sid; Secret code; };
struct PrintTestSlip { CommandId id; std::string staff; };             // what the model's self-test found, with who did it
struct RecordDevice { DeviceKind kind; std::optional<StaffCode> code; bool recovered; };
struct RecordTest { TestOutcome verdict; std::string staff; };
struct ListPracticeDays { CommandId id; };
struct OpenPractice { CommandId id; PracticeDay day; };
struct SetPracticeFault { PracticeFault fault; bool on; };
struct EndPractice {};
struct RecordPractice { bool begun; std::string staff; };
struct SaveDeskSettings { CommandId id; DeskSettings settings; };
// ---- kana to kanji ----
struct PrepareConversion {};                               // somebody is about to write a name
struct Convert { CommandId id; Secret reading; };          // → Converted, NotConverted

// ---- the rest ----
struct RingBell { Step at; CommandId id = 0; };              // → BellRung, MessageToStaffEnded
struct ApplySettings {};
struct EndSession { Ending ending; };                      // wipe the person from everywhere
struct Note { std::string event; std::string detail; };    // for the log: names of steps and codes, never personal data

// ---- speech ----
struct ReadScreenAgain {};
struct StopSpeaking {};

using Effect = std::variant<OpenRecord, SaveAnswers, FindSameNumber, OpenPreviousRecord, ErasePreviousRecord, SendCode, CheckCode, StartScan,
                            StopScan, DropPages, MaskPage, SavePaper, ScanForQr, StoreBundle, PrintSlip, MakeGrant, LookUpToken, LookUpNumber,
                            CheckResumeCode, CheckPin, RingBell, ApplySettings, EndSession, Note,
                            BuildBundles, ListApplications, ShowApplication, ReadTrail, EraseApplication, ExportApplication, ListOutbox, CountHelpCalls,
                            RecordStaff, AskDevice, RunTest, SendTestMessage, CheckTestCode, PrintTestSlip, RecordDevice, RecordTest,
                            ListPracticeDays, OpenPractice, SetPracticeFault, EndPractice, SaveDeskSettings,
                            ReadScreenAgain, StopSpeaking, PrepareConversion, Convert, RecordPractice>;

}  // namespace desk::flow
