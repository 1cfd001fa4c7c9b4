#include "data/catalog/installed.h"
#include "kiosk/ctl/catalog_calls.h"
#include "kiosk/ctl/rules_calls.h"

namespace desk::ctl {
namespace {

Answer installed_answer(const catalog::Installed& installed, const std::string& into) {
  Node answer;
  answer.set("active", Node{Node::Value{installed.manifest.serial}});
  answer.set("before", installed.before ? Node{Node::Value{*installed.before}} : Node{});
  answer.set("created", date_node(installed.manifest.created));
  answer.set("into", text_node(into));
  answer.set("next", text_node("in force from the kiosk's next start"));
  return Answer{std::move(answer)};
}

Result<Answer> install(const Input& input, Context& context) {
  const auto folder = folder_of(input, "folder");
  if (!folder) return fail(folder.error());
  const auto trusted = trusted_keys(input);
  if (!trusted) return fail(trusted.error());
  const auto into = installation_folder(input);
  if (!into) return fail(into.error());
  catalog::Installation installation{*folder, *into, *trusted, {}};
  installation.examine = [&](const std::string& draft) -> Done {
    const Examined found = examine_packs(draft, *folder, context.clock());
    if (found.first) return fail(*found.first);
    return {};
  };
  const auto installed = catalog::install_release(installation);
  if (!installed) return fail(installed.error());
  return installed_answer(*installed, *into);
}

Result<Answer> back(const Input& input, Context&) {
  const auto trusted = trusted_keys(input);
  if (!trusted) return fail(trusted.error());
  const auto into = installation_folder(input);
  if (!into) return fail(into.error());
  const auto turned = catalog::back_to_previous(*into, *trusted);
  if (!turned) return fail(turned.error());
  return installed_answer(*turned, *into);
}

Verb installing_verb(std::string name, std::string about) {
  Verb verb{.group = "catalog", .name = std::move(name), .about = std::move(about)};
  verb.answers = {"active", "before", "created", "into", "next"};
  return verb;
}

}  // namespace

Verb catalog_install_verb() {
  Verb verb = installing_verb("install", "takes a signed release over, whole or not at all; the one before is kept");
  verb.keys = [](Context&) {
    std::vector<Key> keys{{.name = "folder", .required = true, .about = "the release"}, into_key()};
    for (Key& key : trust_keys()) keys.push_back(std::move(key));
    return keys;
  };
  verb.positional = "folder";
  verb.run = install;
  return verb;
}

Verb catalog_back_verb() {
  Verb verb = installing_verb("back", "turns back to the release before the active one; a second time, forward again");
  verb.keys = [](Context&) {
    std::vector<Key> keys{into_key()};
    for (Key& key : trust_keys()) keys.push_back(std::move(key));
    return keys;
  };
  verb.run = back;
  return verb;
}

}  // namespace desk::ctl
