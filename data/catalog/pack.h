// Pack: everything that one programme year fixes, as plain values read from packs/YEAR/pack.toml (see FORMAT.md).
// Nothing here is a rule of the program: rates, bounds, dates, step kinds, document lists and names are data, and each fact names where
// it was found and how far that place is to be trusted. Values only; safe to read from any thread once loaded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/calendar.h"
#include "data/base/yen.h"

namespace desk::catalog {

// A name in the three languages of the desk. Programme, frame, step and document names are catalogue data, not text keys.
struct Names {
  std::string ja, easy, en;
  [[nodiscard]] const std::string& in(std::string_view language) const;  // "ja", "ja-easy", "en"; anything else: ja
};

enum class Confidence { High, Medium, Low };  // factbook 0.2; Low is shown only with 要確認
[[nodiscard]] std::string_view code_of(Confidence confidence);  // "H", "M", "L"

struct Source {
  std::string text;  // factbook source codes, e.g. "P-02+P-03"
  Confidence confidence = Confidence::Low;
};

enum class Entity { Corporation, Sole };
enum class Size { Micro, Sme, Large };
[[nodiscard]] std::string_view code_of(Entity entity);  // "corporation", "sole"
[[nodiscard]] std::string_view code_of(Size size);      // "micro", "sme", "large"
[[nodiscard]] std::optional<Entity> entity_from(std::string_view code);
[[nodiscard]] std::optional<Size> size_from(std::string_view code);

// ---- money ----

struct Bound {
  Yen amount;
  bool inclusive = true;
};

// A rate and who gets it. In a list the first whose conditions all hold is the one; the last has no condition.
struct Rate {
  Ratio rate;
  std::optional<Size> size;                // nullopt: any
  std::optional<bool> near_minimum_wage;   // nullopt: either
};

// method "bands": the whole cost at one rate; the band in which the amount lies asks for a number of processes (通常枠, security frame).
struct Band {
  std::string id;
  int min_processes = 1;
  Bound floor, cap;
  bool wage_plan = false;        // an announced wage plan is mandatory in this band
  bool near_wage_check = false;  // sources differ whether the near-minimum-wage rate reaches into this band: 要確認
  Source source;
};

// method "tranches": parts of the subsidy (not of the cost), each at its own rate, filled in order (factbook 2.2.1).
struct Tranche {
  Yen up_to;               // of the subsidy, inclusive
  int min_functions = 1;   // a tool with fewer qualifying functions stops below this tranche
  std::vector<Rate> rates;
  Source source;
};

struct Hardware {
  std::string id;  // "pc", "register"
  Names name;
  Ratio rate;
  Yen cap;
  Source source;
};

// method "group" (factbook 2.2.3)
struct GroupRule {
  int min_members = 10;
  Yen joint_cap;            // base + analysis
  Ratio analysis_rate;
  Yen analysis_per_member;
  Ratio admin_rate;
  Yen admin_cap;
  std::optional<Ratio> admin_share;  // admin also at most share * admin_rate of base + analysis
  bool tools_per_member = false;     // tranches and hardware caps of the shared tools count per member
};

enum class Method { Bands, Tranches, AccountShare, Group };

struct EstimateRule {
  Method method = Method::Bands;
  std::vector<Rate> rates;           // bands, account_share
  std::vector<Band> bands;           // ascending
  std::vector<Tranche> tranches;     // ascending
  std::vector<Hardware> hardware;    // added on top; never payable alone
  std::optional<Yen> cap;            // account_share
  std::optional<GroupRule> group;
  int qualifying_functions = 0;      // how many functions count at all; 0: functions play no part
  Source source;
};

// ---- the calendar ----

struct Round {
  std::string id;              // "5"; a label, since some years number an extra round "7(追加)"
  CivilMinute open;
  CivilMinute deadline;        // 17:00 JST unless said otherwise; late is not accepted for any reason (factbook 7.8)
  std::optional<Date> decision;
  std::optional<Date> report;
  bool planned = false;        // decision and report are 予定
  Date verified;
  Source source;
};

struct Condition {  // a wording that changes with the round, e.g. who counts as near the minimum wage
  std::string id;
  Date from;
  Names text;
  Source source;
};

struct Frame {
  std::string id;  // "normal", "invoice", … (design section 9)
  Names name;
  Names summary;   // one line for whom it is
  bool any_size = false;  // large firms may apply as well
  std::vector<std::string> functions;  // ids of what counts as a qualifying function
  EstimateRule estimate;
  std::vector<Round> rounds;           // by deadline
  std::vector<Condition> near_minimum_wage;  // by date; empty: the frame knows no such rate
  Source source;
};

// ---- who may apply ----

struct Industry {
  std::string id;
  Names name;
  std::optional<Yen> capital;        // inclusive; nullopt: capital does not decide
  std::optional<int> employees;      // inclusive; nullopt: the limit of the main trade decides
  std::optional<int> micro;          // employees up to this are 小規模; nullopt: never automatically
  std::optional<int> micro_leisure;  // the same for lodging and amusement inside this industry
  bool by_main_trade = false;
  bool trade = false;                // may itself be a main trade (①-⑧)
  Source source;
};

enum class Measure { Flag, Fraction, Amount };
enum class Operator { AtLeast, MoreThan, Is };

// One ground that keeps an applicant out. Flag: the answer itself; Fraction and Amount: answer OPERATOR threshold.
struct Exclusion {
  std::string id;      // also its reason code
  std::string clause;  // "2-2-2(1)①"
  Names question;
  Measure measure = Measure::Flag;
  Operator op = Operator::Is;
  Ratio fraction;      // threshold of Fraction
  Yen amount;          // threshold of Amount
  Source source;
};

enum class RepeatKind { MonthsBlock, OncePerYear, Duties };
struct RepeatRule {
  std::string id;  // also its reason code
  RepeatKind kind = RepeatKind::Duties;
  std::string clause;
  std::vector<std::string> frames;      // of this year, to which it applies
  std::vector<std::string> same_as;     // frame ids of an earlier award that count as the same frame
  int months = 0;                       // MonthsBlock
  int first_year = 0, last_year = 0;    // Duties: programme years of earlier awards
  std::vector<std::string> micro_exempt;  // frames in which 小規模 are exempt
  Source source;
};

// ---- getting ready ----

enum class StepKind { Gbizid, SecurityAction, ManagementCheck, Navi, GrowthMatching, Vendor, NoContract };
enum class IdVerdict { Ready, Redo };

// A format of an ID, said without a regular expression so that an operator can read and change it.
struct IdFormat {
  int digits = 0;
  std::string prefix;
  IdVerdict verdict = IdVerdict::Ready;
  Source source;
};

// How many days a step takes when it is begun on or after `from`; the last that applies counts.
struct Lead {
  Date from;
  int days = 0;                     // the slow way (by post), or the only one
  std::optional<int> online_days;   // with a My Number card
  bool after_gbizid = false;        // begins only when the gBizID is there (serial), else beside it
  Source source;
};

struct Step {
  std::string id;
  StepKind kind = StepKind::Gbizid;
  Names name;
  Names how;            // one or two sentences: what it is and how to get it
  std::string url;      // without scheme
  int minutes = 0;      // about how long it takes on the applicant's phone
  std::vector<std::string> frames;  // empty: all
  bool required = true; // false: a bonus, never blocks
  std::vector<Lead> leads;
  std::vector<IdFormat> ids;
  Source source;
};

// ---- papers ----

enum class DocumentRule {
  MonthsFromIssue,  // usable until the same day `months` later (factbook 5.3)
  NotExpired,       // carries its own last day
  Latest,           // the newest obtainable; no age limit is stated
  TaxYear,          // of programme year + year_offset; one year older only with an unavoidable reason
  Undated,          // no date rule
  Refused,          // a look-alike that is not accepted
  Ask,              // no source says whether it is accepted: 要確認
};

struct DocumentKind {
  std::string id;
  Names name;
  Names where;               // where to get it
  DocumentRule rule = DocumentRule::Undated;
  int months = 0;
  int year_offset = 0;
  bool tax = false;          // the tax item must be the entity's own
  bool office = false;       // fetched at an office that closes on weekends and holidays
  bool scan = true;          // false: a file to fill in (Excel), not a paper
  bool masked = false;       // numbers on it must be blacked out
  std::string use_instead;   // Refused: the kind that is meant
  std::optional<Entity> entity;  // whose paper it is; nullopt: either's
  Source source;
};

struct TaxItem {
  std::string id;  // "corporate_tax"
  Names name;
  std::optional<Entity> entity;  // whose certificate must carry it; nullopt: nobody's
};

enum class When { Always, NearMinimumWage, UpperBand };

// One thing that must be handed in: any one of the kinds.
struct DocumentNeed {
  std::string id;
  Names name;
  Entity entity = Entity::Corporation;
  std::vector<std::string> frames;  // empty: all
  std::vector<std::string> any_of;
  When when = When::Always;
  Source source;
};

struct Contact {
  std::string id;  // "site", "guidelines_normal", …
  std::string value;
  Date from;
  std::optional<Date> until;
  Source source;
};

struct Pack {
  int year = 0;
  Names name;
  Date applies_from;  // the date picks the pack: the newest whose applies_from is not later
  Date verified;      // when the pack was last held against its sources
  Source source;
  int prep_days = 3;  // input with the vendor, factbook 12.1
  std::vector<Frame> frames;
  std::vector<Industry> industries;
  std::vector<Exclusion> exclusions;
  std::vector<RepeatRule> repeats;
  std::vector<Step> steps;
  std::vector<TaxItem> tax_items;
  std::vector<DocumentKind> documents;
  std::vector<DocumentNeed> needs;
  std::vector<Contact> contacts;
  std::string file;  // for complaints and self-tests

  // Null when there is none of that id.
  [[nodiscard]] const Frame* frame(std::string_view id) const;
  [[nodiscard]] const Industry* industry(std::string_view id) const;
  [[nodiscard]] const Exclusion* exclusion(std::string_view id) const;
  [[nodiscard]] const DocumentKind* document(std::string_view id) const;
  [[nodiscard]] const Step* step(StepKind kind) const;
  // The contact of that id on that date.
  [[nodiscard]] const Contact* contact(std::string_view id, const Date& on) const;
  // "2026 / 2026-09-20": what every printed figure names.
  [[nodiscard]] std::string stamp() const;
};

struct Holiday {
  Date date;
  Names name;
  Source source;
};

// Days on which offices are closed: weekends, public holidays, and 12-29 to 01-03.
struct OfficeCalendar {
  std::vector<Holiday> holidays;  // by date
  [[nodiscard]] const Holiday* holiday(const Date& date) const;
  [[nodiscard]] bool closed(const Date& date) const;
  // The last open day that is not after `date`, the first that is not before it.
  [[nodiscard]] Date open_day_before(Date date) const;
  [[nodiscard]] Date open_day_after(Date date) const;
};

// The last row whose `from` is not later than `on`; null when none is.
[[nodiscard]] const Lead* lead_on(const Step& step, const Date& on);
[[nodiscard]] const Condition* near_minimum_wage_on(const Frame& frame, const Date& on);

}  // namespace desk::catalog
