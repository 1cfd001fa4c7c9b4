#include "kiosk/ctl/golden.h"

#include <algorithm>

#include "data/base/fields.h"
#include "kiosk/ctl/program.h"

namespace desk::ctl {
namespace {

bool matches(const Node& expected, const Node& actual) {
  if (const Table* members = expected.table()) {
    return actual.table() != nullptr && std::all_of(members->begin(), members->end(), [&](const Member& member) {
      const Node* other = actual.find(member.first);
      return other != nullptr && matches(member.second, *other);
    });
  }
  if (const Array* items = expected.array()) {
    if (actual.array() == nullptr) return false;
    if (items->empty()) return actual.array()->empty();
    return std::all_of(items->begin(), items->end(), [&](const Node& item) {
      return std::any_of(actual.array()->begin(), actual.array()->end(), [&](const Node& other) { return matches(item, other); });
    });
  }
  // TOML knows no null: "none" stands for it.
  if (actual.is_null()) return expected.string() != nullptr && *expected.string() == "none";
  return dump_json(expected) == dump_json(actual);
}

class Runner {
 public:
  Runner(const std::string& file, int year, const Registry& registry, Context& context)
      : file_(file), year_(year), registry_(registry), context_(context) {}

  Done run_case(Fields& fields, const Node& node) {
    const std::string id = fields.text("id");
    const std::string name = fields.text("call");
    const Node* input = fields.child("input");
    const Node* expect = fields.child("expect");
    const auto error = fields.optional_text("error");
    if (input == nullptr) fields.complain("input", "missing");
    if ((expect == nullptr) == !error) fields.complain("expect", "either expect or error");
    const Verb* verb = find_verb(registry_, "rules", name);
    if (verb == nullptr) fields.complain("call", "\"" + name + "\" is no call of the group rules");
    if (auto done = fields.finish(); !done) return done;
    ++report.cases;

    Node table = *input;
    const auto& keys = context_.keys_of(*verb);
    const bool by_year = std::any_of(keys.begin(), keys.end(), [](const Key& key) { return key.name == "year"; });
    if (by_year && table.find("year") == nullptr) table.set("year", Node{year_});
    const auto answer = call(*verb, table, context_);
    if (error) {
      if (answer) return wrong(node, id, "expected bad input at " + *error + ", got an answer");
      if (answer.error().where != *error) return wrong(node, id, "expected bad input at " + *error + ", got " + answer.error().where);
      return {};
    }
    if (!answer) return wrong(node, id, answer.error().where + ": " + answer.error().reason);
    for (const Member& member : *expect->table()) {
      const Node* actual = answer->node.find(member.first);
      if (actual == nullptr) {
        (void)wrong(member.second, id, member.first + ": is not in the answer");
      } else if (!matches(member.second, *actual)) {
        (void)wrong(member.second, id, member.first + ": expected " + dump_json(member.second) + ", got " + dump_json(*actual));
      }
    }
    return {};
  }

  GoldenReport report;

 private:
  Done wrong(const Node& where, const std::string& id, const std::string& what) {
    report.failures.push_back(file_ + ":" + std::to_string(where.line()) + ": " + id + ": " + what);
    return {};
  }

  const std::string& file_;
  int year_;
  const Registry& registry_;
  Context& context_;
};

}  // namespace

Result<GoldenReport> run_golden(const std::string& file, int year, const Registry& registry, Context& context) {
  const auto document = load_toml(file, StaffCode::PackBroken);
  if (!document) return fail(document.error());
  Fields top(*document, file, StaffCode::PackBroken);
  Runner runner(file, year, registry, context);
  int index = 0;
  for (const Node* node : top.tables("case")) {
    Fields fields = top.sub(*node, "case", index++);
    if (auto done = runner.run_case(fields, *node); !done) return fail(done.error());
  }
  if (auto done = top.finish(); !done) return fail(done.error());
  if (runner.report.cases == 0) return fail(Failure{StaffCode::PackBroken, file, "no case in it"});
  return std::move(runner.report);
}

}  // namespace desk::ctl
