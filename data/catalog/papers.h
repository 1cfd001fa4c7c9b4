// Papers: what must be handed in, until when a paper is good, and how its file is named.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "data/base/calendar.h"
#include "data/catalog/names.h"

namespace desk::catalog {

enum class DocumentRule {
  MonthsFromIssue,  // usable until the same day `months` later (factbook 5.3)
  NotExpired,       // carries its own last day
  Latest,           // the newest obtainable; no age limit is stated
  TaxYear,          // of programme year + year_offset; one year older only with an unavoidable reason
  Undated,          // no date rule
  Refused,          // a look-alike that is not accepted
  Ask,              // no source says whether it is accepted: 要確認
};

// One way of proving that a tax return was filed. `until_tax_year`: offices stamp no copies of later years (factbook T-13).
struct FilingEvidence {
  std::string id;  // "receipt_stamp", "receipt_number", "etax_notice", "tax_2", "association_letter"
  Names name;
  std::optional<int> until_tax_year;
  std::string with;  // a document kind that must be handed in with it; empty: none
  Source source;
};

// How the coach draws the paper, so that it is known from its look-alikes at a glance. Sheet is what suits any paper.
enum class PaperPicture {
  Sheet,
  RegistryHistory,   // many rows, past entries underlined, seal of the registrar
  RegistryNow,       // what holds today only
  RegistryExtract,   // one block of it
  RegistryOnline,    // printed from a web page: no seal
  TaxCertificate,    // its number ("その1") in a box
  LocalTax,          // of a city or prefecture
  TaxReceipt,        // a narrow strip from a counter
  DataSheet,         // lines of code
  TaxReturn,         // a form of boxes, the stamp's place at its top
  Statements,        // two columns that balance
  ResidentRecord,    // persons in rows, a number to black out
  Licence,           // card with a photo and the last day
  DrivingRecord,     // card with a photo
  NumberCard,        // マイナンバーカード
  Passport,
  InsuranceCard,     // card without a photo
  MailNotice,        // printed from a mail box
  Letter,
  SpreadSheet,
  SealCertificate    // the impression of the seal in a box
};

// The title as the paper itself bears it (empty: name.ja), and the word that tells it apart: "その1", "第一表" (may be empty).
struct PaperLook {
  PaperPicture picture = PaperPicture::Sheet;
  std::string title, mark;
};

struct DocumentKind {
  std::string id;
  Names name;
  Names where;               // where to get it
  DocumentRule rule = DocumentRule::Undated;
  int months = 0;
  int year_offset = 0;
  // TaxYear: how filing is proved, any one of (factbook 5.2).
  std::vector<FilingEvidence> evidence;
  bool tax = false;          // the tax item must be the entity's own
  bool office = false;       // fetched at an office that closes on weekends and holidays
  bool scan = true;          // false: a file to fill in (Excel), not a paper
  bool masked = false;       // numbers on it must be blacked out
  std::string use_instead;   // Refused: the kind that is meant
  std::optional<Entity> entity;  // whose paper it is; nullopt: either's
  PaperLook look;
  Source source;
};

struct TaxItem {
  std::string id;  // "corporate_tax"
  Names name;
  std::optional<Entity> entity;  // whose certificate must carry it; nullopt: nobody's
};

enum class Party { Applicant, Partner };  // Partner: each 取引先 that gets an account (factbook 5.1)
enum class When { Always, NearMinimumWage, UpperBand };

// One thing that must be handed in: any one of the kinds.
struct DocumentNeed {
  std::string id;
  Names name;
  Party party = Party::Applicant;
  Entity entity = Entity::Corporation;
  std::vector<std::string> frames;  // empty: all
  std::vector<std::string> any_of;
  When when = When::Always;
  Source source;
};

// An application number of the portal, e.g. KSS04-1234567 (factbook 5.4).
struct ApplicationNumberForm {
  std::string prefix;  // "KSS04"; three letters and two digits
  int characters = 7;  // after the hyphen, digits or latin letters
  std::vector<std::string> frames;
  Source source;
};

struct FileRules {
  std::int64_t official_bytes = 10'000'000;  // "10 MB"; its exact meaning was not found
  std::int64_t most_bytes = 9'500'000;       // what the desk keeps to
  std::vector<ApplicationNumberForm> application_numbers;
  Source source;
};

}  // namespace desk::catalog
