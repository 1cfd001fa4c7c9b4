// outbox: what still has to reach the page role. audit: who did what when, and whether anybody changed it since.
#include "kiosk/ctl/groups.h"
#include "kiosk/ctl/rules_calls.h"
#include "kiosk/ctl/store_access.h"

namespace desk::ctl {
namespace {

Node id_node(const std::optional<ApplicationId>& id) { return id ? text_node(id->hex) : Node{}; }

Result<Answer> outbox(const Input& input, Context& context) {
  const auto store = open_store(input, context);
  if (!store) return fail(store.error());
  const auto waiting = (*store)->waiting();
  if (!waiting) return fail(waiting.error());
  Node items{Node::Value{Array{}}};
  for (const store::OutboxItem& item : *waiting) {
    Node node;
    node.set("item", whole_node(item.id));
    node.set("kind", text_node(word_of(item.kind)));
    node.set("application", id_node(item.application));
    node.set("attempts", Node{item.attempts});
    node.set("queued", text_node(iso_jst(item.queued)));
    node.set("next_attempt", text_node(iso_jst(item.next_attempt)));
    items.push(std::move(node));
  }
  Node answer;
  answer.set("waiting", Node{static_cast<int>(waiting->size())});
  answer.set("items", std::move(items));
  return Answer{std::move(answer)};
}

Result<Answer> rows(const Input& input, Context& context) {
  const auto store = open_store(input, context);
  if (!store) return fail(store.error());
  const auto after = input.whole("after").value_or(0);
  const auto most = input.whole("most").value_or(100);
  const auto found = (*store)->audit_rows(after, static_cast<int>(most));
  if (!found) return fail(found.error());
  Node list{Node::Value{Array{}}};
  for (const store::AuditRow& row : *found) {
    Node node;
    node.set("number", whole_node(row.number));
    node.set("at", text_node(iso_jst(row.at.wall)));
    node.set("clock_trusted", flag_node(row.at.wall_trusted));
    node.set("event", text_node(store::word_of_event(row)));
    node.set("application", id_node(row.application));
    node.set("details", text_node(row.details));
    list.push(std::move(node));
  }
  Node answer;
  answer.set("rows", std::move(list));
  // Where the next call goes on.
  answer.set("last", whole_node(found->empty() ? after : found->back().number));
  return Answer{std::move(answer)};
}

std::string print_rows(const Node& answer) {
  const Array& list = *answer.find("rows")->array();
  if (list.empty()) return "no rows after number " + std::to_string(*answer.find("last")->integer()) + "\n";
  std::string out;
  for (const Node& row : list) {
    const Node* application = row.find("application");
    out += std::to_string(*row.find("number")->integer()) + "  " + *row.find("at")->string() +
           (*row.find("clock_trusted")->boolean() ? "  " : "? ") + *row.find("event")->string() +
           (application->string() != nullptr ? "  " + *application->string() : "") + "  " + *row.find("details")->string() + "\n";
  }
  return out;
}

Result<Answer> verify(const Input& input, Context& context) {
  const auto store = open_store(input, context);
  if (!store) return fail(store.error());
  const auto verdict = (*store)->verify_audit();
  if (!verdict) return fail(verdict.error());
  Node answer;
  answer.set("ok", flag_node(!verdict->first_broken));
  answer.set("rows", whole_node(verdict->rows));
  if (verdict->first_broken) {
    answer.set("first_broken", whole_node(*verdict->first_broken));
    answer.set("reason", text_node(verdict->reason));
  }
  return Answer{std::move(answer)};
}

}  // namespace

void add_records_verbs(Registry& registry) {
  Verb box{.group = "outbox", .name = "", .about = "what still has to reach the page on the phone"};
  box.keys = [](Context&) { return store_keys(); };
  box.answers = {"waiting", "items[item kind application attempts queued next_attempt]"};
  box.run = outbox;
  registry.push_back(std::move(box));

  Verb trail{.group = "audit", .name = "rows", .about = "the audit trail, oldest first; \"?\" marks a time that nothing vouched for"};
  trail.keys = [](Context&) {
    std::vector<Key> keys = store_keys();
    keys.push_back({.name = "after", .type = Type::Whole, .fallback = "0", .about = "the number of the last row already seen"});
    keys.push_back({.name = "most", .type = Type::Whole, .unit = "rows", .fallback = "100", .low = 1, .high = 100'000});
    return keys;
  };
  trail.answers = {"rows[number at clock_trusted event application details]", "last"};
  trail.run = rows;
  trail.print = print_rows;
  registry.push_back(std::move(trail));

  Verb checking{.group = "audit", .name = "verify", .about = "whether every row is as it was written and none is missing"};
  checking.keys = [](Context&) { return store_keys(); };
  checking.answers = {"ok", "rows", "first_broken", "reason"};
  checking.run = verify;
  registry.push_back(std::move(checking));
}

}  // namespace desk::ctl
