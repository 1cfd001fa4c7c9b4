// A visit as tests play it: touches go in, update() runs, and every order is answered by an obedient worker unless the test has put
// another in its place. The pack is the real one of 2026; the clock stands still until it is told to move.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/clock.h"
#include "data/catalog/catalogue.h"
#include "kiosk/flow/main_line.h"
#include "kiosk/flow/paper_needs.h"
#include "kiosk/flow/purpose.h"
#include "kiosk/flow/question.h"
#include "kiosk/flow/update.h"

namespace desk::flow {

const catalog::Catalogue& real_catalogue();
const catalog::Pack& real_pack();
const catalog::Pack& pack_of_2023();

// What the applicant of a script says; steps that are not named are answered with "わからない".
using Script = std::map<Step, std::string>;  // codes separated by spaces, or digits
const Script& shop_script();     // a shop buying accounting, payment, a computer and a register: the invoice frame
const Script& workshop_script(); // one person buying a planning tool: the normal frame
const Script& buyer_script();    // of 2023: a wholesaler whose suppliers get accounts (商流一括)

class Visit;

// Workers. Each gets the order and answers with visit.send(...), at once or later; none: the obedient one.
struct Workers {
  std::function<void(Visit&, const OpenRecord&)> open;
  std::function<void(Visit&)> save;
  std::function<void(Visit&, const FindSameNumber&)> same_number;
  std::function<void(Visit&, const SendCode&)> send_code;
  std::function<void(Visit&, const CheckCode&)> check_code;
  std::function<void(Visit&, const StartScan&)> scan;
  std::function<void(Visit&, const MaskPage&)> mask;
  std::function<void(Visit&, const SavePaper&)> save_paper;
  std::function<void(Visit&, const BuildBundles&)> bundles;
  std::function<void(Visit&, const StoreBundle&)> bundle;
  std::function<void(Visit&, const PrintSlip&)> print;
  std::function<void(Visit&, const LookUpToken&)> token;
  std::function<void(Visit&, const LookUpNumber&)> number;
  std::function<void(Visit&, const CheckResumeCode&)> resume_code;
  std::function<void(Visit&, const CheckPin&)> pin;
  std::function<void(Visit&, const ScanForQr&)> qr;
  std::function<void(Visit&, const Convert&)> convert;
};

class Visit {
 public:
  Visit();

  // ---- touches ----
  void send(Event event);
  void press(Action action) { send(Pressed{action}); }
  void type(std::string_view keys);
  void wait(std::chrono::seconds span);        // in ticks of a second, as the shell does
  void start(Script script = shop_script());   // はじめる, agree
  void start_look_up(Script script);           // 調べるだけ
  void answer_step();                          // does what the script says on the step at hand, and presses つぎへ
  void walk_to(Step target);                   // answer_step() until there; fails the test when it does not arrive

  // ---- what happened ----
  template <class T>
  [[nodiscard]] int count() const {
    const auto found = counts_.find(Effect(std::in_place_type<T>).index());
    return found == counts_.end() ? 0 : found->second;
  }
  [[nodiscard]] const Model& model() const { return model_; }
  [[nodiscard]] Step step() const { return model_.step; }
  [[nodiscard]] std::optional<Ending> ended() const { return ended_; }
  [[nodiscard]] const std::vector<Step>& path() const { return path_; }
  [[nodiscard]] const std::string& stored() const { return stored_; }   // the record's JSON as last saved
  [[nodiscard]] WallTime wall_in(std::chrono::seconds span) const { return {clock_.wall().seconds + span.count()}; }

  // ---- what the test arranges ----
  Workers workers;
  bool handoff = true;
  const catalog::Pack* pack = &real_pack();
  Script script;
  std::string number = "09012345678";
  std::string open_paper;             // found with the record when it is resumed
  std::vector<PageView> open_pages;
  std::vector<KeptApplication> kept;  // what the staff's list shows
  std::vector<RecordStaff> recorded;  // what the audit trail was told of the staff
  FakeClock& clock() { return clock_; }
  Model& edit() { return model_; }    // for a test that begins in the middle
  void forget_person();               // the desk is free again; the stored record stays
  [[nodiscard]] CodeState live_code() const;
  [[nodiscard]] Event found(CommandId id) const;  // the stored record, as the store gives it back

 private:
  void carry_out(const Effect& effect);
  void answer_question();

  FakeClock clock_;
  Model model_;
  std::map<std::size_t, int> counts_;
  std::optional<Ending> ended_;
  std::vector<Step> path_;
  std::string stored_;
  int pages_fed_ = 0;                 // of the paper at hand, as the scanner's room keeps them
};

PageView good_page(int number);
LinkToken slip_token();

}  // namespace desk::flow
