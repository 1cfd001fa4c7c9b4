// Model: the whole state of the desk as the screens see it. Plain data: update() makes the next one, screens read it, nobody else writes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "data/base/failure.h"
#include "data/base/ids.h"
#include "data/base/language.h"
#include "data/base/secret.h"
#include "kiosk/flow/answers.h"
#include "kiosk/flow/machine.h"
#include "kiosk/flow/staff.h"
#include "kiosk/flow/step.h"
#include "kiosk/input/composition.h"

namespace desk::flow {

// Every order to a worker carries an id; a reply whose id is no longer awaited is dropped (style 18).
using CommandId = std::uint64_t;
// A picture that the shell keeps for the screens: a page's thumbnail, the slip as it was drawn. 0: none.
using ImageId = std::uint64_t;

enum class Mode { Apply, LookUp };  // LookUp: 調べるだけ, nothing is stored

// What floats above the step. One at a time, the most urgent: a fault is drawn by the step it belongs to.
enum class Overlay { None, IdleWarning, ConfirmEnd, Help, Explain, TextSize, Theme, Language, Sound, ApplicantsTurn, EraseAsked, EraseSure, Practice,
                     Away };        // 席を離れる: the screen is covered while a paper is fetched

enum class CodePhase { Idle, Sending, Waiting, Checking };
enum class SendState { None, Accepted, Unknown };
// What the code screen has to say about the last try.
enum class CodeNote { None, Wrong, OlderMessage, Expired, TooManyTries, TooEarly, Refused, NumberCap, SiteCap, LockedForStaff, Unreachable, Undeliverable };

struct CodeState {
  CodePhase phase = CodePhase::Idle;
  std::string sid;                  // names the verification; not secret
  std::string tag;                  // 番号札 "き-7"
  std::string masked;               // "090-••••-5678"
  SendState sent = SendState::None;
  std::optional<WallTime> next_send;
  std::optional<WallTime> valid_until;
  std::optional<WallTime> wait_until;  // no try is taken before
  int tries_left = 5;
  CodeNote note = CodeNote::None;
};

// What judging one page found; the words are text keys finding.<code>.
struct PageFinding {
  std::string code;
  bool care = false;                // asks for a look; else only told
};

struct PageView {
  int number = 0;                   // from 1, as fed
  ImageId thumbnail = 0;
  int width = 0, height = 0;        // of the thumbnail
  std::vector<PageFinding> findings;
  [[nodiscard]] bool care() const {
    for (const PageFinding& finding : findings) {
      if (finding.care) return true;
    }
    return false;
  }
};

// A box over a page, in thousandths of its width and height from the top left.
struct MaskBox {
  int left = 0, top = 0, right = 0, bottom = 0;
  friend bool operator==(const MaskBox&, const MaskBox&) = default;
};

enum class ScanPhase { Idle, Feeding, Working, Saving };

struct ScanState {
  ScanPhase phase = ScanPhase::Idle;
  std::string need;                 // the document need at hand
  int page = 0;                     // being fed, from 1
  int percent = 0;
  std::vector<PageView> pages;
  std::optional<int> replacing;     // the page that is fed again
  std::optional<int> masking;       // the page in the mask editor
  std::vector<MaskBox> boxes;
  std::optional<StaffCode> fault;
  bool from_resume = false;         // looking for a QR instead of a paper
};

// The files of the partners' papers: made when the review begins, because only then is their order complete.
enum class BundlePhase { None, Making, Made, Failed };

struct BundleState {
  BundlePhase phase = BundlePhase::None;
  std::optional<StaffCode> fault;
};

enum class SlipKind { Receipt, Park, LookUp };
enum class PrintPhase { Idle, Preparing, Queued, Printing, Printed, Unknown, Failed };
enum class LinkPhase { None, Sending, Sent, Failed };  // the bundle for the page on the phone

struct PrintState {
  PrintPhase phase = PrintPhase::Idle;
  SlipKind slip = SlipKind::Receipt;
  std::optional<StaffCode> fault;
  ImageId picture = 0;              // the slip as it was drawn
  int picture_width = 0, picture_height = 0;
  bool leave_after = false;         // a park slip ends the visit once it is out
  bool without_paper = false;       // the person went on although nothing came out
};

struct LinkState {
  LinkPhase phase = LinkPhase::None;
  std::string address;              // of the page, as the slip's QR holds it
  std::string grant;                // the one-time address for the PDFs; empty: none
  std::optional<WallTime> grant_until;
};

// What became of a call for staff, told as it is: a chime that nobody can hear is not "called".
enum class CallSound { None, Rung, NoDevice };
enum class CallMessage { None, Sending, Sent, NotSent };  // to the staff's own telephone, where a webhook is configured

struct CallState {
  CommandId id = 0;                 // of the last call; answers to an earlier one are dropped
  CallSound sound = CallSound::None;
  CallMessage message = CallMessage::None;
  std::optional<WallTime> at;
};

// The name, one part after the other, then both for a last look (update_name.cpp).
enum class NamePart { Family, Given };
enum class NamePhase { Family, Given, Check };

struct NameState {
  NamePhase phase = NamePhase::Family;
  input::Composition family, given;
  bool without_kanji = false;       // the converter did not answer: said, and the person goes on in kana
  [[nodiscard]] input::Composition& part(NamePart which) { return which == NamePart::Family ? family : given; }
  [[nodiscard]] const input::Composition& part(NamePart which) const { return which == NamePart::Family ? family : given; }
  [[nodiscard]] NamePart at_hand() const { return phase == NamePhase::Family ? NamePart::Family : NamePart::Given; }
};

enum class ResumeNote { None, NotFound, TooEarly, PinWrong, PinLocked, Unreachable };

struct ResumeState {
  ResumeNote note = ResumeNote::None;
  bool by_staff = false;            // the PIN was right
  bool looking = false;             // a look-up is under way
};

struct Model {
  Step step = Step::Attract;
  Mode mode = Mode::Apply;
  Settings settings;
  Overlay overlay = Overlay::None;
  bool help_called = false;

  std::optional<ApplicationId> application;  // from consent on
  ReceptionNumber reception;
  Answers answers;
  bool record_open = false;         // the store has acknowledged the record
  bool slip_out = false;            // a slip or number to come back with exists: leaving parks the visit, it does not end it
  std::optional<StaffCode> store_fault;

  std::string entry;                // digits or letters being typed; wiped with the person
  std::string problem;              // text key of what is wrong with the entry; empty: nothing

  CodeState code;
  int partner = 0;                  // whose kind is being asked, from 1
  ScanState scan;
  BundleState bundles;
  PrintState print;
  LinkState link;
  ResumeState resume;
  StaffState staff;
  MachineState machine;             // outlives every visit
  NameState name;

  SteadyTime last_touch;
  SteadyTime idle_deadline;         // when the warning ends
  SteadyTime entered;               // when the step was entered
  CommandId next_command = 1;
  CommandId awaited = 0;            // the one command whose reply the step waits for; 0: none
  CallState call;
  SteadyTime away_until;            // how long the cover waits
  bool speech_lost = false;         // the sound of this visit failed; the panel says so
};

}  // namespace desk::flow
