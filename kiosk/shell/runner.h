// Runner: carries out the flow's orders with the real rooms, and brings their answers back as events. The model lives here; only
// dispatch() changes it. One thread (the frame loop's) calls everything; workers only ever touch the inbox, the store and their own room.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "auth/auth_client.h"
#include "auth/help_client.h"
#include "auth/page_client.h"
#include "data/base/clock.h"
#include "data/catalog/catalogue.h"
#include "data/config/desk_config.h"
#include "data/store/store.h"
#include "data/text/text_catalog.h"
#include "data/text/typesetter.h"
#include "kiosk/flow/assessment.h"
#include "kiosk/flow/update.h"
#include "kiosk/input/converter.h"
#include "kiosk/shell/handout.h"
#include "kiosk/shell/images.h"
#include "kiosk/shell/event_queue.h"
#include "kiosk/shell/worker.h"
#include "printer/printer.h"
#include "scanner/page_work.h"
#include "scanner/scanner.h"

namespace desk::shell {

// The rooms as the composition root has opened them. Everything outlives the Runner.
struct Rooms {
  const config::DeskConfig& config;
  const catalog::Catalogue& catalogue;
  const text::TextCatalog& texts;
  Clock& clock;
  store::Store& store;              // used by the record worker only
  auth::AuthClient& codes;          // used by the code worker only
  auth::PageClient* page;           // null when handoff.mode is off
  scanner::Scanner& scanner;
  scanner::PageWork& page_work;
  printer::Printer& printer;
  crypto::Key number_key;           // of the bundle's number hash
  // What moves the rules' date (--today); the clock itself is never moved.
  std::optional<CivilMinute> rules_today;
  std::optional<int> programme;     // another year's pack
  bool training = false;            // staff practice: slips and pages say 練習, records sit apart (design 4.3)
  auth::HelpClient* help = nullptr; // null: a call for staff is the chime alone
  input::Converter* converter = nullptr;  // used by the input worker only; null: names stay in kana
  bool practice = false;            // this desk is the practice itself: its faults can be switched (practice_desk.h)
  std::optional<StaffCode> catalogue_refused;                // the installed release is not in force
  std::function<bool(std::string_view step)> refuse_disk{};  // practice: the disk is full
};

// The kind of a sheet without anything on it, for the self-test.
inline constexpr const char* kBlankSheet = "blank";

// What the demonstration puts into the feeder, as a person would.
struct PaperWanted {
  std::string kind;                 // of the pack's document kinds
  bool sole_trader = false;
  int first = 1;                    // the sheets before it are scanned and kept already
  bool alone = false;               // only that one sheet: it is scanned again
};

class Runner {
 public:
  explicit Runner(Rooms rooms);
  ~Runner();
  Runner(const Runner&) = delete;
  Runner& operator=(const Runner&) = delete;

  // Carries out `start` on the code worker, before any order of either worker that is given later. Its failure is kept in broken().
  void start_with(std::function<Done()> start);
  [[nodiscard]] std::optional<Failure> broken() const;

  void dispatch(flow::Event event);
  // Takes what workers and scanner have reported. Returns whether anything happened.
  bool pump();
  // Readable while a worker or the scanner has something to tell: what the loop sleeps on besides touches.
  [[nodiscard]] int event_fd() const { return event_fd_; }
  // The flow's clock and the desk's chores (retention, outbox, erase requests). Call about once a second.
  void tick();

  [[nodiscard]] const flow::Model& model() const { return model_; }
  [[nodiscard]] const flow::Assessment& assessment();
  [[nodiscard]] const catalog::Pack& pack() const;
  [[nodiscard]] Images& images() { return images_; }
  [[nodiscard]] CivilMinute today() const;
  [[nodiscard]] bool training() const { return rooms_.training; }
  [[nodiscard]] const flow::Delays& delays() const { return delays_; }
  // Of the programme, as the pack has it on this date; empty when it has none.
  [[nodiscard]] std::string official_address() const;
  // Called when a visit has ended and the person was wiped from the model: the face drops its textures.
  std::function<void()> on_end;
  std::function<bool()> on_bell;    // false: nobody can have heard it
  std::function<void()> on_read_again;
  std::function<void()> on_stop_speaking;
  // The practice: opened beside this desk, broken by switches, closed. The shell answers with PracticeOpened or PracticeNotOpened.
  std::function<void(flow::CommandId, const flow::PracticeDay&)> on_practice;
  std::function<void(flow::PracticeFault, bool)> on_practice_fault;
  std::function<void()> on_practice_end;
  // The demonstration puts its specimens into the feeder when a paper of this kind is about to be scanned.
  std::function<void(const PaperWanted&)> on_paper_wanted;
  // The demonstration's drawn phone: the newest message while its code is waited for, else empty.
  [[nodiscard]] const std::string& demonstration_message() const { return demonstration_message_; }
  // Why names are not turned into kanji, for staff; nothing after the last try went well. From any thread.
  [[nodiscard]] std::optional<StaffCode> conversion_fault() const;
  // Waits until no order is under way any more (tour and tests).
  void settle();

 private:
  using Id = flow::CommandId;

  void carry_out(flow::Effect effect);
  [[nodiscard]] flow::Context context() const;
  void changed() { assessment_.reset(); }

  // ---- records (runner_records.cpp)
  void open_record(Id id);
  void discard_record(const ApplicationId& application);
  void save_answers();
  void find_same_number(Id id);
  void open_previous(Id id);
  void erase_previous();
  void look_up_token(Id id, LinkToken token);
  void look_up_number(Id id, ReceptionNumber number, bool staff_vouches);
  void end_session(flow::Ending ending);
  void chores();
  void answer_resume(Id id, const ApplicationId& application, AuditEvent how, const std::vector<AuditDetail>& details = {});  // on the record worker
  [[nodiscard]] std::optional<flow::PageView> view_of_stored(const store::Page& page);  // on the record worker

  // Hands over what is due; how many went. On the record worker, with a page role.
  [[nodiscard]] Result<int> send_due(int at_most);

  // ---- staff (runner_staff.cpp)
  void list_applications(Id id);
  void show_application(Id id, const ApplicationId& application);
  void read_trail(Id id, const ApplicationId& application);
  void erase_application(Id id, const ApplicationId& application);
  void export_application(Id id, const ApplicationId& application);
  void list_outbox(Id id, bool send_first);
  void count_calls(Id id);
  void record_staff(const flow::RecordStaff& what);
  // ---- the machine (runner_machine.cpp)
  [[nodiscard]] flow::DeviceReport look_at_machine(flow::DeviceKind kind) const;  // on a worker
  void ask_device(Id id, flow::DeviceKind kind);
  [[nodiscard]] bool on_device_watch(const scanner::ScanEvent& event);
  void run_test(Id id, flow::TestItem item);
  void look_at_sheet(Id id, scanner::ScannedPage page);
  void send_test_message(Id id, PhoneNumber number);
  void check_test_code(Id id, std::string sid, Secret code);
  void draw_test_slip(Id id, const std::string& staff, bool print);
  void record_machine(AuditEvent event, std::vector<AuditDetail> details);
  void list_practice_days(Id id);
  void save_desk_settings(Id id, const flow::DeskSettings& settings);

  void staff_failed(Id id, const char* what, const Failure& failure);
  void call_staff(Id id, flow::Step at);  // runner_help.cpp

  // ---- codes (runner_codes.cpp)
  void send_code(Id id, PhoneNumber number);
  void check_code(Id id, std::string sid, Secret code);
  void send_resume_code(Id id, PhoneNumber number, Language language);  // any thread
  void check_resume_code(Id id, std::string sid, Secret code);
  void check_pin(Id id, Secret pin);
  void ask_for_demonstration_message();
  [[nodiscard]] bool phone_is_watched() const;

  // ---- papers (runner_papers.cpp)
  void start_scan(Id id, const std::string& need, std::optional<int> replacing);
  void scan_for_qr(Id id);
  void stop_scan();
  void drop_pages();
  void mask_page(Id id, int number, std::vector<flow::MaskBox> boxes);
  void save_paper(Id id, const std::string& need);
  void on_scan_event(scanner::ScanEvent event);
  void store_page(Id id, scanner::ScannedPage page, int number_in_job);
  void read_qr(Id id, scanner::ScannedPage page);
  void build_bundles(Id id);  // runner_bundles.cpp

  // ---- kana to kanji (runner_input.cpp)
  void prepare_conversion();
  void convert(Id id, Secret reading);
  void end_conversion();

  // ---- slip and link (runner_slip.cpp)
  void store_bundle(Id id);
  void print_slip(Id id, flow::SlipKind slip);
  void make_grant(Id id);
  [[nodiscard]] HandoutFacts handout_facts(const text::Words& words);

  Rooms rooms_;
  flow::Delays delays_;
  flow::Model model_;
  std::optional<flow::Assessment> assessment_;
  EventQueue<flow::Event> inbox_;
  Images images_;
  int event_fd_;  // epoll over the inbox and the scanner

  // The application that the model's events belong to, as the workers know it.
  std::optional<ApplicationId> ended_application_;
  // Of the record worker's thread:
  std::optional<ApplicationId> previous_;       // found under the same number
  std::optional<ApplicationId> resume_target_;  // found by its reception number, waiting for a code

  struct ScanUnderWay {
    Id id = 0;
    scanner::JobId job;
    std::string need;
    std::optional<int> replacing;
    bool for_qr = false;
    bool page_seen = false;
    bool for_test = false;           // a blank sheet of the self-test
  };
  std::optional<ScanUnderWay> scan_;
  struct DeviceWatch {               // the scanner's sensor is asked for the staff's panel
    Id id = 0;
    scanner::JobId job;
    bool told = false;
    Id again = 0;                    // asked once more before it was over
  };
  std::optional<DeviceWatch> device_watch_;
  // Shared with answers of the printer that may come after this has gone.
  struct Alive {
    std::mutex mutex;
    bool here = true;
  };
  std::shared_ptr<Alive> alive_ = std::make_shared<Alive>();
  TimeStamp started_;
  std::string demonstration_message_;
  bool asking_for_message_ = false;
  EventQueue<std::string> messages_;           // from the code worker; only a demonstration fills it
  SteadyTime next_chores_;

  std::atomic<int> conversion_fault_{0};       // a staff code; 0: none
  mutable std::mutex broken_mutex_;
  std::optional<Failure> broken_;

  std::unique_ptr<text::Typesetter> slip_typesetter_;  // of the record worker's thread
  // Last: their threads end before anything they use goes.
  Worker help_worker_;  // a call for staff must not wait behind a gateway
  Worker input_worker_;
  Worker code_worker_;
  Worker record_worker_;
};

}  // namespace desk::shell
