#include <filesystem>
#include <system_error>

#include "data/catalog/staleness.h"
#include "kiosk/ctl/catalog_calls.h"
#include "kiosk/ctl/golden.h"
#include "kiosk/ctl/groups.h"
#include "kiosk/ctl/program.h"
#include "kiosk/ctl/rules_calls.h"

namespace desk::ctl {
namespace {

namespace fs = std::filesystem;

class Examination {
 public:
  Examination(const std::string& folder, const std::string& shown, const Clock& clock) : folder_(folder), shown_(shown), here_(folder, clock) {
    for (Node* list : {&found.packs, &found.failures, &found.warnings}) *list = Node{Node::Value{Array{}}};
  }

  void run() {
    const auto catalogue = here_.catalogue();
    if (!catalogue) return complain_of_each(catalogue.error());
    const Registry registry = all_verbs();
    for (const catalog::Pack& pack : (*catalogue)->packs()) found.packs.push(examine(pack, registry));
    warn((*catalogue)->pack_for(here_.today()));
  }

  Examined found;

 private:
  // Loading stops at the first complaint; every file is then read for itself, so that one broken pack does not hide those about the next.
  void complain_of_each(const Failure& first) {
    if (const auto holidays = catalog::load_holidays((fs::path(folder_) / "holidays.toml").string()); !holidays) complain(holidays.error());
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder_, error)) {
      const fs::path file = entry.path() / "pack.toml";
      if (!fs::exists(file, error)) continue;
      if (const auto pack = catalog::load_pack(file.string()); !pack) complain(pack.error());
    }
    // Each is right for itself, but not beside the others.
    if (found.ok()) complain(first);
  }

  Node examine(const catalog::Pack& pack, const Registry& registry) {
    Node node = pack_node(pack);
    int rounds = 0;
    for (const catalog::Frame& frame : pack.frames) rounds += static_cast<int>(frame.rounds.size());
    node.set("frames", Node{static_cast<int>(pack.frames.size())});
    node.set("rounds", Node{rounds});
    const std::string golden = (fs::path(pack.file).parent_path() / "golden.toml").string();
    const auto report = run_golden(golden, pack.year, registry, here_);
    if (!report) {
      complain(report.error());
      return node;
    }
    node.set("cases", Node{report->cases});
    found.cases += report->cases;
    for (const std::string& line : report->failures) {  // "FILE:LINE: what is wrong"
      const auto cut = line.find(": ");
      complain({StaffCode::PackBroken, line.substr(0, cut), cut == std::string::npos ? "" : line.substr(cut + 2)});
    }
    return node;
  }

  void warn(const catalog::Pack& pack) {
    for (const catalog::Stale stale : catalog::staleness(pack, here_.today())) {
      Node node;
      node.set("year", Node{pack.year});
      node.set("code", text_node(catalog::code_of(stale)));
      node.set("reason", text_node(to_string(StaffCode::PackStale) + " " + reason_of(stale, pack)));
      found.warnings.push(std::move(node));
    }
  }

  static std::string reason_of(catalog::Stale stale, const catalog::Pack& pack) {
    switch (stale) {
      case catalog::Stale::NotVerifiedLately:
        return "last held against its sources on " + to_string(pack.verified) + ", more than " + std::to_string(catalog::kFreshDays) + " days ago";
      case catalog::Stale::NoRoundAhead: return "no round has its deadline after today";
    }
    return "";
  }

  void complain(Failure failure) {
    if (failure.where.starts_with(folder_)) failure.where = shown_ + failure.where.substr(folder_.size());
    if (!found.first) found.first = failure;
    Node node;
    node.set("where", text_node(failure.where));
    node.set("reason", text_node(failure.reason));
    found.failures.push(std::move(node));
  }

  std::string folder_, shown_;
  Context here_;
};

Result<Answer> check_packs(const Input& input, Context& context) {
  const std::string folder = input.text("folder").value_or(context.packs());
  std::error_code error;
  if (!fs::is_directory(folder, error)) return fail(bad_input("folder", folder + " is no folder"));
  Examined found = examine_packs(folder, folder, context.clock());
  const bool ok = found.ok();
  Node answer;
  answer.set("ok", flag_node(ok));
  answer.set("packs", std::move(found.packs));
  answer.set("cases", Node{found.cases});
  answer.set("failures", std::move(found.failures));
  answer.set("warnings", std::move(found.warnings));
  return Answer{std::move(answer), ok ? kAnswered : kBadInput};
}

}  // namespace

Examined examine_packs(const std::string& folder, const std::string& shown, const Clock& clock) {
  Examination examination(folder, shown, clock);
  examination.run();
  return std::move(examination.found);
}

Verb catalog_check_verb() {
  Verb verb{.group = "catalog", .name = "check", .about = "reads every pack and runs its golden cases; exit 2 when one is wrong"};
  verb.keys = [](Context&) {
    return std::vector<Key>{{.name = "folder", .type = Type::Text, .fallback = "the folder of --packs"}};
  };
  verb.answers = {"ok", "packs[year verified frames rounds cases]", "cases", "failures[where reason]", "warnings[year code reason]"};
  verb.positional = "folder";
  verb.run = check_packs;
  return verb;
}

}  // namespace desk::ctl
