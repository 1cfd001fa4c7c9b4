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
  PrintAgain, SlipCameOut, SlipDidNotComeOut, GoOnWithoutPaper, SendLinkAgain,
  ContinueAnyway,                               // an ineligible verdict does not end the visit by force
  ResumeByNumber, ResumeByScan, ResumeByStaff,
  OpenPrevious, ReplacePrevious, AnotherApplicant,
  RetryStore,
  ReadAgain, StopReading,
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
struct Touched {};                              // anywhere: somebody is there
struct Ticked {};                               // the clock of the context has moved

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
struct PinAccepted { CommandId id; };
struct PinRefused { CommandId id; bool locked; };

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
                           PinRefused, BundlesBuilt, BundlesNotBuilt, SpeechSwitched, SpeechSpeedChosen, SpeechVolumeChosen, SpeechLost>;

}  // namespace desk::flow
