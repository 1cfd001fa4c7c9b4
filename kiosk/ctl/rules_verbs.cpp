#include <algorithm>

#include "kiosk/ctl/groups.h"
#include "kiosk/ctl/rules_calls.h"

namespace desk::ctl {

Node date_node(const std::optional<Date>& date) { return date ? text_node(to_string(*date)) : Node{}; }
Node text_node(std::string_view text) { return Node{text}; }
Node text_or_null(std::string_view text) { return text.empty() ? Node{} : text_node(text); }
Node yen_node(Yen yen) { return Node{Node::Value{yen.amount}}; }
Node flag_node(bool flag) { return Node{Node::Value{flag}}; }
Node whole_node(std::int64_t whole) { return Node{Node::Value{whole}}; }

Verb rules_verb(std::string name, std::string about) {
  Verb verb;
  verb.group = "rules";
  verb.name = std::move(name);
  verb.about = std::move(about);
  verb.batch = true;
  return verb;
}

std::optional<int> count_of(const Input& input, std::string_view key) {
  const auto value = input.whole(key);
  return value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
}

Node texts_node(const std::vector<std::string>& texts) {
  Node list{Node::Value{Array{}}};
  for (const std::string& text : texts) list.push(text_node(text));
  return list;
}

Node codes_node(const std::vector<rules::Reason>& reasons) {
  std::vector<std::string> codes;
  for (const rules::Reason& reason : reasons) codes.push_back(reason.code);
  return texts_node(codes);
}

Node args_node(const std::vector<std::pair<std::string, std::string>>& args) {
  Node node;
  for (const auto& [name, value] : args) {
    const bool number = !value.empty() && value.size() < 16 && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    node.set(name, number ? Node{Node::Value{std::int64_t{std::stoll(value)}}} : text_node(value));
  }
  return node;
}

Node pack_node(const catalog::Pack& pack) {
  Node node;
  node.set("year", Node{pack.year});
  node.set("verified", text_node(to_string(pack.verified)));
  return node;
}

Key year_key(bool required) {
  return {.name = "year", .type = Type::Whole, .required = required, .fallback = required ? "" : "the year that the date picks",
          .about = "programme year", .low = 2000, .high = 2100};
}

Key frame_key() {
  return {.name = "frame", .type = Type::Text, .required = true,
          .about = "normal; digital-base (2023) or invoice (2024-); supply-chain (2023) or e-transaction (2024-); security; group"};
}

Key entity_key(bool required) {
  return {.name = "entity", .type = Type::Choice, .required = required, .choices = {"corporation", "sole"}};
}

Result<const catalog::Pack*> pack_of_year(const Input& input, Context& context) {
  const auto catalogue = context.catalogue();
  if (!catalogue) return fail(catalogue.error());
  const auto year = input.whole("year");
  if (!year) return &(*catalogue)->pack_for(input.date("on").value_or(context.today()));
  if (const catalog::Pack* pack = (*catalogue)->pack(static_cast<int>(*year))) return pack;
  std::string known;
  for (const catalog::Pack& each : (*catalogue)->packs()) known += (known.empty() ? "" : ", ") + std::to_string(each.year);
  return fail(bad_input("year", "no pack of " + std::to_string(*year) + " (there are: " + known + ")"));
}

Result<PackAndFrame> pack_and_frame(const Input& input, Context& context) {
  const auto pack = pack_of_year(input, context);
  if (!pack) return fail(pack.error());
  const std::string id = input.text("frame").value_or("");
  if (const catalog::Frame* frame = (*pack)->frame(id)) return PackAndFrame{*pack, frame};
  std::string known;
  for (const catalog::Frame& each : (*pack)->frames) known += (known.empty() ? "" : ", ") + each.id;
  return fail(bad_input("frame", "\"" + id + "\" is no frame of " + std::to_string((*pack)->year) + " (there are: " + known + ")"));
}

Result<std::vector<std::string>> frames_of(const Input& input, const std::string& key, const catalog::Pack& pack) {
  std::vector<std::string> frames;
  const Node* list = input.node(key);
  if (list == nullptr || list->array() == nullptr) return frames;
  for (const Node& item : *list->array()) {
    const std::string* id = item.string();
    if (id == nullptr) return fail(bad_input(key, "ids of frames were expected"));
    if (pack.frame(*id) == nullptr) return fail(bad_input(key, "\"" + *id + "\" is no frame of " + std::to_string(pack.year)));
    frames.push_back(*id);
  }
  return frames;
}

void add_rules_verbs(Registry& registry) {
  registry.push_back(estimate_verb());
  registry.push_back(eligibility_verb());
  registry.push_back(combination_verb());
  registry.push_back(requirements_verb());
  registry.push_back(readiness_verb());
  registry.push_back(plan_verb());
  registry.push_back(validity_verb());
  registry.push_back(corporate_number_verb());
  registry.push_back(phone_verb());
  registry.push_back(ask_verb());
  registry.push_back(schema_verb());
  registry.push_back(documents_verb());
  registry.push_back(filing_verb());
  registry.push_back(japanese_date_verb());
  registry.push_back(application_number_verb());
  registry.push_back(file_name_verb());
  registry.push_back(file_size_verb());
  registry.push_back(bundle_verb());
}

}  // namespace desk::ctl
