// Events: what has happened. Touches first, then what workers report. Names are past facts.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "data/base/phone_number.h"
#include "kiosk/flow/model.h"

namespace desk::flow {

// What a person can press beside the answers themselves. One target of the screen is one of these.
enum class Action {
  Begin, LookUp, Resume,                        // attract
  Next, Back, DontKnow,
  CallStaff, DismissOverlay, EndVisit, ConfirmEnd, Explain,
  OpenTextSize, OpenTheme, OpenLanguage, OpenSound,
  EditNumber, PapersFirst, TakeSlip, SendAgain, LaterPhone,
  ScanPaper, NotYetHave, ScanAgainAll, KeepPages, ContinueScan, CancelScan, MaskDone, MaskClear,
  PrintAgain, SlipCameOut, SlipDidNotComeOut, GoOnWithoutPaper,
  ContinueAnyway,                               // an ineligible verdict does not end the visit by force
  ResumeByNumber, ResumeByScan, ResumeByStaff,
  OpenPrevious, ReplacePrevious, AnotherApplicant,
  RetryStore,
  OpenStaff, StaffHelps, HandToApplicant, NoMobile,   // staff: the ways in, and the hand given back
  ResumeThis, ExportThis, ShowTrail, EraseThis, EraseSure, EraseNow, RetryOutbox,
  AskDevices, TestRun, TestSkip, TestAgain, TestAnew, TestYes, TestNo, TestSmsNumber, OpenPractice, EndPractice,   // the machine
  StepAway, CameBack,                           // 席を離れる, 戻りました
  ReadAgain, StopReading,
  SwitchKeys, KeepKana,                         // kana or letters; ひらがなのまま
};

// ---- touches ----
struct Pressed { Action action; };
struct Chosen { std::string code; };            // one card
struct Toggled { std::string code; };           // one of several; "none" empties the set
struct Typed { char key; };                     // a digit or letter; '\b' one back, '\f' all
struct PaperChosen { std::string need; };        // which required paper comes next
struct PaperKindChosen { std::string kind; };   // which of the papers that would do
struct PageAgainChosen { int number; };         // feed this page again, alone
struct PageMaskChosen { int number; };          // black something out on this page
struct BoxDrawn { MaskBox box; };
struct TextSizeChosen { int size; };
struct ThemeChosen { Theme theme; };
struct LanguageChosen { Language language; };
struct ReaderRead { std::string text; };        // a wedge reader typed a line
struct StaffAreaChosen { Step area; };          // a card of the staff's home screen
struct ApplicationChosen { std::string application; };  // of the staff's list
struct DeviceAsked { DeviceKind kind; };         // the machine: ask this part again
struct TestItemChosen { TestItem item; };
struct CellsWiped { int columns; int rows; std::vector<int> cells; };  // a finger went over these
struct PracticeDayChosen { int index; };         // of those offered
struct FaultToggled { PracticeFault fault; };
struct SettingAsked { DeskSetting setting; };
struct SettingChosen { std::string value; };
struct Touched {};                              // anywhere: somebody is there
struct Ticked {};                               // the clock of the context has moved

struct NameKey { Secret key; };                 // a kana or letter of a drawn keyboard
struct NameEdited { input::Edit what; };
struct CandidateChosen { std::size_t index; };
struct FormChosen { NamePart part; std::size_t character; std::string form; };  // 高 as 髙
struct NamePartChosen { NamePart part; };       // write this one anew

// ---- the store ----
struct RecordOpened { CommandId id; ApplicationId application; ReceptionNumber reception; LinkToken token; };
struct RecordSaved {};
struct StoreFailed { CommandId id; StaffCode code; };
struct SameNumberFound { CommandId id; };
struct NoSameNumber { CommandId id; };

// ---- the code ----
struct CodeSent { CommandId id; CodeState state; };
struct CodeNotSent { CommandId id; CodeNote note; std::optional<WallTime> next_send; };
struct CodeApproved { CommandId id; WallTime at; };
struct CodeDenied { CommandId id; CodeNote note; int tries_left; std::optional<WallTime> wait_until; };

// ---- the scanner ----
struct ScanProgressed { CommandId id; int page; int percent; };
struct PageScanned { CommandId id; PageView page; };
struct ScanEnded { CommandId id; };
struct ScanFaulted { CommandId id; StaffCode code; };
struct PageMasked { CommandId id; PageView page; };
struct PaperSaved { CommandId id; std::vector<std::string> files; std::int64_t bytes; };
struct PaperNotSaved { CommandId id; StaffCode code; };
struct BundlesBuilt { CommandId id; std::vector<Bundle> bundles; };
struct BundlesNotBuilt { CommandId id; StaffCode code; };
struct QrFound { CommandId id; std::string text; };
struct QrNotFound { CommandId id; };

// ---- the slip and the link ----
struct BundleStored { CommandId id; std::string address; };
struct BundleNotStored { CommandId id; StaffCode code; };
struct SlipDrawn { CommandId id; ImageId picture; int width; int height; };
struct SlipQueued { CommandId id; };
struct SlipPrinting { CommandId id; };
struct SlipPrinted { CommandId id; };
struct SlipUnknown { CommandId id; };
struct SlipFailed { CommandId id; StaffCode code; };
struct GrantMade { CommandId id; std::string address; WallTime until; };

// ---- kana to kanji ----
struct Converted { CommandId id; std::vector<Secret> words; };
struct NotConverted { CommandId id; StaffCode code; };

// ---- resuming ----
// `open_paper` and `open_pages`: a paper whose pages were scanned but not yet made into a file when the visit broke off.
struct ResumeFound {
  CommandId id;
  ApplicationId application;
  ReceptionNumber reception;
  Answers answers;
  std::string open_paper;  // a document need
  std::vector<PageView> open_pages;
};
struct ResumeNotFound { CommandId id; };
struct ResumeNeedsCode { CommandId id; CodeState state; };   // a code went to the proved number
struct ResumeRefused { CommandId id; ResumeNote note; std::optional<WallTime> next_send; };
struct PinAccepted { CommandId id; std::string name = {}; };
struct PinRefused { CommandId id; bool locked; std::optional<WallTime> wait_until = {}; };

// ---- staff ----
struct ApplicationsListed { CommandId id; std::vector<KeptApplication> rows; };
struct ApplicationShown { CommandId id; Answers answers; };
struct TrailRead { CommandId id; std::vector<TrailLine> lines; };
struct ApplicationErased { CommandId id; };
struct ApplicationExported { CommandId id; ExportOutcome outcome; };
struct OutboxListed { CommandId id; std::vector<Parcel> parcels; int delivered = 0; };
struct HelpCallsCounted { CommandId id; std::vector<HelpCount> counts; };
struct StaffWorkFailed { CommandId id; StaffCode code; };

// ---- the machine ----
struct DeviceTold { CommandId id; DeviceReport report; };
struct TestTold { CommandId id; TestResult result; SheetCells sheet = {}; };
struct TestMessageSent { CommandId id; std::string sid; std::string tag; std::string masked; };
struct TestCodeWrong { CommandId id; };
enum class TestSlipNews { Drawn, Printed, Unknown, Failed };
struct TestSlipTold { CommandId id; TestSlipNews news; std::optional<StaffCode> code = {}; ImageId picture = 0; int width = 0; int height = 0; };
struct PracticeOffered { CommandId id; std::vector<PracticeDay> days; };
struct PracticeOpened { CommandId id; };
struct PracticeNotOpened { CommandId id; StaffCode code; };
struct PracticeBegun {};                         // this desk is the practice
struct PracticeOver {};                          // the practice has given the screen back
struct DeskSettingsRead { DeskSettings settings; std::optional<StaffCode> fault; };
struct DeskSettingsSaved { CommandId id; };
struct DeskSettingsNotSaved { CommandId id; StaffCode code; };

// ---- the call for staff ----
struct BellRung { CommandId id; bool heard; };          // false: the machine has no sound device
struct MessageToStaffBegun { CommandId id; };            // only where a webhook is configured
struct MessageToStaffEnded { CommandId id; bool sent; };

struct StillChosen { bool still; };                     // 動きを止める, and back
// ---- speech ----
struct SpeechSwitched { bool on; };
struct SpeechSpeedChosen { int speed; };
struct SpeechVolumeChosen { int volume; };
struct SpeechLost {};                                        // no sound device any more, or the helper died

using Event = std::variant<Pressed, Chosen, Toggled, Typed, PaperChosen, PaperKindChosen, PageAgainChosen, PageMaskChosen, BoxDrawn, TextSizeChosen, ThemeChosen, LanguageChosen,
                           ReaderRead, Touched, Ticked, RecordOpened, RecordSaved, StoreFailed, SameNumberFound, NoSameNumber, CodeSent,
                           CodeNotSent, CodeApproved, CodeDenied, ScanProgressed, PageScanned, ScanEnded, ScanFaulted, PageMasked, PaperSaved,
                           PaperNotSaved, QrFound, QrNotFound, BundleStored, BundleNotStored, SlipDrawn, SlipQueued, SlipPrinting, SlipPrinted,
                           SlipUnknown, SlipFailed, GrantMade, ResumeFound, ResumeNotFound, ResumeNeedsCode, ResumeRefused, PinAccepted,
                           PinRefused, BundlesBuilt, BundlesNotBuilt, StaffAreaChosen, ApplicationChosen, ApplicationsListed, ApplicationShown,
                           TrailRead, ApplicationErased, ApplicationExported, OutboxListed, HelpCallsCounted, StaffWorkFailed,
                           DeviceAsked, TestItemChosen, CellsWiped, PracticeDayChosen, FaultToggled, SettingAsked, SettingChosen, DeviceTold, TestTold,
                           TestMessageSent, TestCodeWrong, TestSlipTold, PracticeOffered, PracticeOpened, PracticeNotOpened, PracticeBegun, PracticeOver,
                           DeskSettingsRead, DeskSettingsSaved, DeskSettingsNotSaved,
                           BellRung, MessageToStaffBegun, MessageToStaffEnded, StillChosen, SpeechSwitched, SpeechSpeedChosen,
                           SpeechVolumeChosen, SpeechLost,
                           NameKey, NameEdited, CandidateChosen, FormChosen, NamePartChosen, Converted, NotConverted>;

}  // namespace desk::flow
