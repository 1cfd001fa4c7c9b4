// Fields: reads one table of a Document into a typed struct. The first complaint wins and names file, line and key; a key that nobody
// asked for is a complaint too, so a misspelt setting is never silently ignored.
//
//   Fields fields(node, "desk.toml", StaffCode::ConfigBroken);
//   config.name = fields.text("name");
//   config.port = fields.whole("port", 1, 65535, /*fallback=*/8080);
//   if (auto done = fields.finish(); !done) return fail(done.error());
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/calendar.h"
#include "data/base/document.h"
#include "data/base/yen.h"

namespace desk {

class Fields {
 public:
  // `node` must outlive this; `path` is how complaints call the table ("round[2]").
  Fields(const Node& node, std::string file, StaffCode code, std::string path = {});

  // Required unless a fallback is given.
  std::string text(std::string_view key);
  std::string text(std::string_view key, std::string_view fallback);
  std::string choice(std::string_view key, const std::vector<std::string_view>& allowed);
  std::string choice(std::string_view key, const std::vector<std::string_view>& allowed, std::string_view fallback);
  std::int64_t whole(std::string_view key, std::int64_t low, std::int64_t high);
  std::int64_t whole(std::string_view key, std::int64_t low, std::int64_t high, std::int64_t fallback);
  double number(std::string_view key, double low, double high, double fallback);
  bool flag(std::string_view key);
  bool flag(std::string_view key, bool fallback);
  Date date(std::string_view key);
  Ratio ratio(std::string_view key);
  std::vector<std::string> texts(std::string_view key);  // absent: empty
  std::optional<std::string> optional_text(std::string_view key);
  std::optional<std::int64_t> optional_whole(std::string_view key, std::int64_t low, std::int64_t high);
  std::optional<bool> optional_flag(std::string_view key);
  std::optional<Date> optional_date(std::string_view key);
  std::optional<Ratio> optional_ratio(std::string_view key);

  // Children. `table` gives an empty one when absent; `tables` an empty list.
  [[nodiscard]] const Node* child(std::string_view key);
  [[nodiscard]] std::vector<const Node*> tables(std::string_view key);
  [[nodiscard]] Fields sub(const Node& node, std::string_view key, int index = -1) const;

  [[nodiscard]] bool has(std::string_view key) const;
  // A complaint of the caller's own about one key ("a deadline before its opening").
  void complain(std::string_view key, std::string reason);
  // Takes over the first complaint of a child.
  void adopt(const Done& done);
  // Finishes a child and takes over its complaint and the keys that it knows.
  void adopt(Fields& child);
  // Every key asked for so far, the adopted children's as "child.key": what a sample file has to show.
  [[nodiscard]] std::vector<std::string> known_keys() const;
  // Keys that nobody asks for are passed over, here and in what is made by sub(): a neighbouring release may have added them. For what
  // programs write; what people write stays strict.
  void pass_over_unknown() { passes_over_unknown_ = true; }
  // Refuses unknown keys, then tells the first complaint.
  [[nodiscard]] Done finish();
  [[nodiscard]] bool broken() const { return problem_.has_value(); }
  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] StaffCode code() const { return code_; }

 private:
  const Node* seek(std::string_view key, bool required);
  void complain_at(const Node& node, std::string_view key, std::string reason);
  [[nodiscard]] std::string place(int line) const;

  const Node* node_;
  std::string file_;
  StaffCode code_;
  std::string path_;
  std::set<std::string, std::less<>> asked_;
  std::set<std::string, std::less<>> asked_below_;
  std::optional<Failure> problem_;
  bool passes_over_unknown_ = false;
};

}  // namespace desk
