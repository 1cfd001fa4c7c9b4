// PageModel: all that the page on the applicant's phone says about one application. The kiosk fills it in the applicant's language
// (programme names, to-dos and states are words of the pack and the visit); the page adds only what depends on the day it is read:
// how many days are left, what has passed. Personal, so it exists in the clear only while a request is answered.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/base/calendar.h"
#include "data/base/clock.h"
#include "data/base/crypto.h"
#include "data/base/phone_number.h"
#include "data/base/result.h"
#include "data/base/yen.h"
#include "data/text/text_catalog.h"

namespace desk::auth {

// How an entry stands; always drawn as a shape and a word together (design 6), never as a colour alone.
enum class PageMark { Done, Care, Stop, Open };

// "25日まで 支援事業者と入力をすすめる". Without a date it holds at any time; `warning` entries are rules not to break
// (交付決定まで契約・支払いをしない).
struct PageTodo {
  std::optional<Date> due;
  std::string what;
  std::string detail;  // where, with what, how long; may be empty
  bool warning = false;
};

// "gBizIDプライム … あり"
struct PageDone {
  std::string what;
  std::string state;
};

// A required paper: its state in words and the last day it may be used.
struct PageDocument {
  std::string name;
  PageMark mark = PageMark::Open;
  std::string state;              // "読み取り済み", "まだ", "係員と確認してください"
  std::optional<Date> last_day;
};

// A PDF in the bundle. `name` is the file name that the portal will see, with ".pdf".
struct PageFileAbout {
  std::string name;
  int pages = 0;
  std::int64_t bytes = 0;
};

struct PageModel {
  text::Language language = text::Language::Japanese;
  bool demonstration = false;     // 見本
  bool training = false;          // 練習
  std::string site_name;          // "高崎商工会議所"
  std::string corner;             // "補助金 準備コーナー"; may be empty
  std::string reception_number;   // "T7K-4M2"
  WallTime made_at;

  std::string programme;          // "デジタル化・AI導入補助金2026 通常枠"
  std::optional<CivilMinute> deadline;
  std::string deadline_note;      // "第5次に間に合います（余裕2日）", or why there is no deadline

  PageMark verdict_mark = PageMark::Open;
  std::string verdict;            // "対象になりそうです"; empty: not asked
  std::vector<std::string> verdict_reasons;

  std::optional<Yen> estimate;    // the most it could be
  std::string estimate_note;      // "審査があり、受けられるとは限りません。"

  std::vector<PageTodo> todos;    // in the order to do them
  std::vector<PageDone> done;
  std::vector<PageDocument> documents;
  std::vector<std::string> unsent;  // what had not been sent when the slip was printed

  Date scans_until = make_date(1970, 1, 1);    // last day on which scans and this page are kept
  Date answers_until = make_date(1970, 1, 1);  // last day on which answers are kept
  Date pack_verified = make_date(1970, 1, 1);  // the day the rules were last checked against their source

  PhoneNumber phone;              // empty: no code path, PDFs only by the done screen's grant
  std::vector<PageFileAbout> files;
};

// JSON with every field. Reading is strict: it is our own format, so anything unexpected is damage.
[[nodiscard]] Secret write_page_model(const PageModel& model);
[[nodiscard]] Result<PageModel> read_page_model(std::string_view json);

}  // namespace desk::auth
