// StaffState: what the desk knows while one of the staff is at work: who it is, what their PIN opens, whether they have the hand in an
// applicant's visit, and the lists they look at. Nothing here names an applicant; all of it goes when staff mode is left.
//
// Who has the hand (anchors 3.15): staff may join a visit with their PIN and prepare answers. Consent, declarations, the code and the last
// word at the review take the applicant's touch alone: applicants_own() names them, and update() refuses everybody else there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/base/calendar.h"
#include "data/base/clock.h"
#include "data/base/failure.h"
#include "data/base/ids.h"
#include "kiosk/flow/step.h"

namespace desk::flow {

// What the PIN that is being typed will open.
enum class PinPurpose {
  Resume,        // an application, by its number
  Home,          // the staff's own screens
  Assist,        // the hand in the visit under way
  AttestFirst,   // the first of two who vouch for an applicant without a mobile
  AttestSecond
};

// As the store has it (store.h tells what each means).
enum class KeptState { InProgress, Interrupted, Parked, Finished };
enum class KeptProof { None, Sms, Staff };

// One line of the list: nothing in it names or reaches a person.
struct KeptApplication {
  ApplicationId application;
  ReceptionNumber reception;
  WallTime created, updated;
  KeptState state = KeptState::Parked;
  KeptProof proof = KeptProof::None;
  std::optional<Date> deadline;
  Date answers_until = make_date(1970, 1, 1);
  int pages = 0, files = 0;
  bool resumable = false;
  bool training = false;
};

struct TrailLine {
  WallTime at;
  std::string event;     // the audit trail's word: "receipt_print_started"
  std::string details;   // masked by the trail itself
};

enum class ParcelKind { HandOff, EraseDone, Withdraw };

struct Parcel {
  ParcelKind kind = ParcelKind::HandOff;
  std::string reception;  // empty: it belongs to no application any more
  WallTime queued, next_attempt;
  int attempts = 0;
};

struct HelpCount {
  Step at = Step::Attract;
  int today = 0;
  int week = 0;          // seven days, today among them
};

// What reached the folder: told only after it was written and flushed to the medium.
struct ExportOutcome {
  std::string folder;    // its name below the configured one
  int files = 0;
  std::int64_t bytes = 0;
};

enum class StaffNews { None, Erased, Exported, Delivered, StillWaiting, NotFound };

struct StaffState {
  PinPurpose asks = PinPurpose::Resume;
  std::string name;                    // whose PIN opened what is open; empty: nobody's
  SteadyTime since;                    // of the sign-in: twelve hours at the most
  Step came_from = Step::Attract;      // where the PIN pad was opened
  bool locked = false;                 // nobody touched: the PIN is asked again
  bool same_person = false;            // the second PIN was the first one's
  std::string first;                   // who has attested already
  std::optional<WallTime> pin_wait;    // no PIN is taken before

  bool assisting = false;              // staff have the hand
  bool helped = false;                 // staff had it at some time in this visit: from then on touches are put on record
  Step last_step = Step::Attract;      // the touch put on record last
  bool last_by_staff = false;

  bool unproved_only = false;          // the list shows those whose mobile nobody has confirmed
  std::vector<KeptApplication> applications;
  std::optional<KeptApplication> open; // the model's answers are this one's while it is looked at
  std::vector<TrailLine> trail;
  std::vector<Parcel> parcels;
  std::vector<HelpCount> calls;
  bool listed = false;                 // the list asked for is here (an empty one is an answer too)
  bool working = false;                // an order that takes its time: no idling, nothing else is taken
  StaffNews news = StaffNews::None;
  std::string told;                    // the reception number that the news is about
  ExportOutcome exported;
  int delivered = 0;
  std::optional<StaffCode> fault;
};

// The areas on the staff's home screen, in their order.
[[nodiscard]] const std::vector<Step>& staff_areas();
// Behind the PIN: whoever is not signed in cannot stand there.
[[nodiscard]] bool behind_pin(Step step);
// Only the applicant may answer here.
[[nodiscard]] bool applicants_own(Step step);

}  // namespace desk::flow
