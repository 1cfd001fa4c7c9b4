#include <filesystem>
#include <system_error>

#include "kiosk/ctl/golden.h"
#include "kiosk/ctl/groups.h"
#include "kiosk/ctl/program.h"
#include "kiosk/ctl/rules_calls.h"

namespace desk::ctl {
namespace {

namespace fs = std::filesystem;

Node failure_node(const std::string& where, const std::string& reason) {
  Node node;
  node.set("where", text_node(where));
  node.set("reason", text_node(reason));
  return node;
}

// "FILE:LINE: what is wrong" in its two halves.
Node failure_node(const std::string& line) {
  const auto cut = line.find(": ");
  return failure_node(line.substr(0, cut), cut == std::string::npos ? "" : line.substr(cut + 2));
}

Node failure_node(const Failure& failure) { return failure_node(failure.where, failure.reason); }

Result<Answer> check(const Input& input, Context& context) {
  const std::string folder = input.text("folder").value_or(context.packs());
  std::error_code error;
  if (!fs::is_directory(folder, error)) return fail(bad_input("folder", folder + " is no folder"));
  Node packs{Node::Value{Array{}}};
  Node failures{Node::Value{Array{}}};
  // Every file is read for itself first, so that one broken pack does not hide the complaints about the next.
  if (const auto holidays = catalog::load_holidays((fs::path(folder) / "holidays.toml").string()); !holidays) {
    failures.push(failure_node(holidays.error()));
  }
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const fs::path file = entry.path() / "pack.toml";
    if (!fs::exists(file, error)) continue;
    if (const auto pack = catalog::load_pack(file.string()); !pack) failures.push(failure_node(pack.error()));
  }
  int cases = 0;
  if (failures.array()->empty()) {
    Context here(folder, context.clock());
    const auto catalogue = here.catalogue();
    if (!catalogue) {
      failures.push(failure_node(catalogue.error()));
    } else {
      const Registry registry = all_verbs();
      for (const catalog::Pack& pack : (*catalogue)->packs()) {
        Node node = pack_node(pack);
        int rounds = 0;
        for (const catalog::Frame& frame : pack.frames) rounds += static_cast<int>(frame.rounds.size());
        node.set("frames", Node{static_cast<int>(pack.frames.size())});
        node.set("rounds", Node{rounds});
        const std::string golden = (fs::path(pack.file).parent_path() / "golden.toml").string();
        const auto report = run_golden(golden, pack.year, registry, here);
        if (!report) {
          failures.push(failure_node(report.error()));
        } else {
          node.set("cases", Node{report->cases});
          cases += report->cases;
          for (const std::string& failure : report->failures) failures.push(failure_node(failure));
        }
        packs.push(std::move(node));
      }
    }
  }
  const bool ok = failures.array()->empty();
  Node answer;
  answer.set("ok", flag_node(ok));
  answer.set("packs", std::move(packs));
  answer.set("cases", Node{cases});
  answer.set("failures", std::move(failures));
  return Answer{std::move(answer), ok ? kAnswered : kBadInput};
}

}  // namespace

void add_catalog_verbs(Registry& registry) {
  Verb verb;
  verb.group = "catalog";
  verb.name = "check";
  verb.about = "reads every pack and runs its golden cases; exit 2 when one is wrong";
  verb.keys = [](Context&) {
    return std::vector<Key>{{.name = "folder", .type = Type::Text, .fallback = "the folder of --packs"}};
  };
  verb.answers = {"ok", "packs[year verified frames rounds cases]", "cases", "failures[where reason]"};
  verb.positional = "folder";
  verb.run = check;
  registry.push_back(std::move(verb));
}

}  // namespace desk::ctl
