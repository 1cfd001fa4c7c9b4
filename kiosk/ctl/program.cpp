#include "kiosk/ctl/program.h"

#include <fstream>
#include <istream>
#include <ostream>
#include <utility>

#include "kiosk/ctl/arguments.h"

namespace desk::ctl {
namespace {

int exit_code_of(const Failure& failure) { return failure.code == StaffCode::BadInput ? kBadInput : kCouldNot; }

int complain(const Failure& failure, std::ostream& err) {
  err << "desk-ctl: ";
  if (failure.code != StaffCode::BadInput) {
    err << failure.message();
  } else {
    err << (failure.where.empty() ? "" : failure.where + ": ") << failure.reason;
  }
  err << "\n";
  return exit_code_of(failure);
}

void help(const Registry& registry, std::ostream& out) {
  out << "desk-ctl GROUP VERB [--key value]... [--json] [--batch FILE|-] [--packs DIR]\n\n";
  for (const Verb& verb : registry) {
    const std::string name = verb.group + (verb.name.empty() ? "" : " " + verb.name);
    out << "  " << name << std::string(name.size() < 26 ? 26 - name.size() : 1, ' ') << verb.about << "\n";
  }
  out << "\nKeys of a call: desk-ctl GROUP VERB --help\n";
}

void help(const Verb& verb, const std::vector<Key>& keys, std::ostream& out) {
  out << "desk-ctl " << verb.group << (verb.name.empty() ? "" : " ") << verb.name << ": " << verb.about << "\n\n";
  for (const Key& key : keys) {
    out << "  --" << key.name << "  " << name_of(key.type) << (key.unit.empty() ? "" : " (" + key.unit + ")");
    if (key.required) out << ", required";
    if (!key.fallback.empty()) out << ", default " << key.fallback;
    for (std::size_t i = 0; i < key.choices.size(); ++i) out << (i == 0 ? ": " : ", ") << key.choices[i];
    if (!key.about.empty()) out << "  - " << key.about;
    out << "\n";
  }
}

Node error_node(const Failure& failure) {
  Node error;
  error.set("key", Node{std::string_view(failure.where)});
  error.set("reason", Node{std::string_view(failure.reason)});
  if (failure.code != StaffCode::BadInput) error.set("code", Node{std::string_view(to_string(failure.code))});
  Node node;
  node.set("error", std::move(error));
  return node;
}

// Flags given beside --batch hold for every line that does not say otherwise.
Node over(const Node& defaults, Node line) {
  if (line.table() == nullptr || defaults.table() == nullptr || defaults.table()->empty()) return line;
  Node merged = defaults;
  for (const Member& member : *line.table()) merged.set(member.first, member.second);
  return merged;
}

Result<Answer> answer_line(const Verb& verb, const Node& defaults, const std::string& line, Context& context) {
  auto parsed = parse_json(line, "line");
  if (!parsed) return fail(bad_input("", parsed.error().reason));
  if (parsed->table() == nullptr) return fail(bad_input("", "an object was expected"));
  return call(verb, over(defaults, std::move(*parsed)), context);
}

int run_batch(const Verb& verb, const Node& defaults, std::istream& in, Context& context, std::ostream& out) {
  int exit_code = kAnswered;
  std::string line;
  while (std::getline(in, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const auto answer = answer_line(verb, defaults, line, context);
    if (answer) {
      out << dump_json(answer->node) << "\n";
      if (answer->exit_code != kAnswered && exit_code != kBadInput) exit_code = answer->exit_code;
      continue;
    }
    out << dump_json(error_node(answer.error())) << "\n";
    // One bad line makes the whole run exit 2; what could not be done for other reasons is only reported if nothing was bad.
    if (exit_code != kBadInput) exit_code = exit_code_of(answer.error());
  }
  out.flush();
  return exit_code;
}

}  // namespace

Result<Answer> call(const Verb& verb, Node table, Context& context) {
  const auto input = check_input(std::move(table), context.keys_of(verb));
  if (!input) return fail(input.error());
  return verb.run(*input, context);
}

int run_program(const std::vector<std::string>& words, const Registry& registry, const Surroundings& with) {
  const auto arguments = parse_arguments(words, registry);
  if (!arguments) return complain(arguments.error(), with.err);
  if (arguments->verb == nullptr) {
    help(registry, with.out);
    return kAnswered;
  }
  const Verb& verb = *arguments->verb;
  Context context(arguments->packs.value_or(with.default_packs), with.clock, &with.err);
  context.speak();
  const std::vector<Key>& keys = context.keys_of(verb);
  if (arguments->help) {
    help(verb, keys, with.out);
    return kAnswered;
  }
  const auto table = table_of(*arguments, keys);
  if (!table) return complain(table.error(), with.err);
  if (arguments->batch) {
    if (*arguments->batch == "-") return run_batch(verb, *table, with.in, context, with.out);
    std::ifstream file(*arguments->batch);
    if (!file) return complain(bad_input("batch", *arguments->batch + " cannot be read"), with.err);
    return run_batch(verb, *table, file, context, with.out);
  }
  const auto answer = call(verb, *table, context);
  if (!answer) return complain(answer.error(), with.err);
  if (arguments->json) {
    with.out << dump_json(answer->node) << "\n";
  } else {
    with.out << (verb.print ? verb.print(answer->node) : print_plainly(answer->node));
  }
  with.out.flush();
  return answer->exit_code;
}

}  // namespace desk::ctl
