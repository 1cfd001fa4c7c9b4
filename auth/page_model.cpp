#include "auth/page_model.h"

#include "data/base/document.h"
#include "data/base/fields.h"

namespace desk::auth {
namespace {


std::string_view name_of(PageMark mark) {
  switch (mark) {
    case PageMark::Done: return "done";
    case PageMark::Care: return "care";
    case PageMark::Stop: return "stop";
    case PageMark::Open: return "open";
  }
  return "open";
}

PageMark mark_in(Fields& f, std::string_view key) {
  const std::string name = f.choice(key, {"done", "care", "stop", "open"});
  for (const PageMark mark : {PageMark::Done, PageMark::Care, PageMark::Stop}) {
    if (name == name_of(mark)) return mark;
  }
  return PageMark::Open;
}

// A code of which this desk has no file shows Japanese (text_catalog.h); one that is none is a complaint.
text::Language language_in(Fields& f) {
  const auto language = text::Language::from_code(f.text("language"));
  if (!language) f.complain("language", "no code of a language");
  return language.value_or(text::Language::Japanese);
}

Node texts_node(const std::vector<std::string>& texts) {
  Node node{Node::Value{Array{}}};
  for (const std::string& text : texts) node.push(Node(std::string_view(text)));
  return node;
}

Node number_node(std::int64_t number) { return Node{Node::Value{number}}; }
Node flag_node(bool flag) { return Node{Node::Value{flag}}; }
Node text_node(std::string_view text) { return Node(text); }

template <class Item, class Write>
Node list_node(const std::vector<Item>& items, Write write) {
  Node node{Node::Value{Array{}}};
  for (const Item& item : items) {
    Node entry{Node::Value{Table{}}};
    write(entry, item);
    node.push(std::move(entry));
  }
  return node;
}

// Reads every table of a list; complaints go to the parent.
template <class Item, class Read>
std::vector<Item> list_in(Fields& f, std::string_view key, Read read) {
  std::vector<Item> items;
  int index = 0;
  for (const Node* node : f.tables(key)) {
    Fields entry = f.sub(*node, key, index++);
    items.push_back(read(entry));
    f.adopt(entry.finish());
  }
  return items;
}

constexpr std::int64_t kMostSeconds = 1LL << 40;
constexpr std::int64_t kMostYen = 1'000'000'000'000;

}  // namespace

Secret write_page_model(const PageModel& model) {
  Node root{Node::Value{Table{}}};
  root.set("language", text_node(text::code_of(model.language)));
  root.set("demonstration", flag_node(model.demonstration));
  root.set("training", flag_node(model.training));
  root.set("site_name", text_node(model.site_name));
  root.set("corner", text_node(model.corner));
  root.set("reception_number", text_node(model.reception_number));
  root.set("made_at", number_node(model.made_at.seconds));
  root.set("programme", text_node(model.programme));
  if (model.deadline) root.set("deadline", text_node(to_string(*model.deadline)));
  root.set("deadline_note", text_node(model.deadline_note));
  root.set("verdict_mark", text_node(name_of(model.verdict_mark)));
  root.set("verdict", text_node(model.verdict));
  root.set("verdict_reasons", texts_node(model.verdict_reasons));
  if (model.estimate) root.set("estimate", number_node(model.estimate->amount));
  root.set("estimate_note", text_node(model.estimate_note));
  root.set("todos", list_node(model.todos, [](Node& node, const PageTodo& todo) {
             if (todo.due) node.set("due", text_node(to_string(*todo.due)));
             node.set("what", text_node(todo.what));
             node.set("detail", text_node(todo.detail));
             node.set("warning", flag_node(todo.warning));
           }));
  root.set("done", list_node(model.done, [](Node& node, const PageDone& done) {
             node.set("what", text_node(done.what));
             node.set("state", text_node(done.state));
           }));
  root.set("documents", list_node(model.documents, [](Node& node, const PageDocument& document) {
             node.set("name", text_node(document.name));
             node.set("mark", text_node(name_of(document.mark)));
             node.set("state", text_node(document.state));
             if (document.last_day) node.set("last_day", text_node(to_string(*document.last_day)));
           }));
  root.set("unsent", texts_node(model.unsent));
  root.set("scans_until", text_node(to_string(model.scans_until)));
  root.set("answers_until", text_node(to_string(model.answers_until)));
  root.set("pack_verified", text_node(to_string(model.pack_verified)));
  root.set("phone", text_node(model.phone.reveal()));
  root.set("files", list_node(model.files, [](Node& node, const PageFileAbout& file) {
             node.set("name", text_node(file.name));
             node.set("pages", number_node(file.pages));
             node.set("bytes", number_node(file.bytes));
           }));
  std::string json = dump_json(root);
  Secret secret(json);
  wipe(json);
  return secret;
}

Result<PageModel> read_page_model(std::string_view json) {
  const auto document = parse_json(json, "page model", StaffCode::RecordDamaged);
  if (!document) return fail(document.error());
  Fields f(*document, "page model", StaffCode::RecordDamaged);
  f.pass_over_unknown();
  PageModel model;
  model.language = language_in(f);
  model.demonstration = f.flag("demonstration");
  model.training = f.flag("training");
  model.site_name = f.text("site_name");
  model.corner = f.text("corner", "");
  model.reception_number = f.text("reception_number");
  model.made_at = {f.whole("made_at", -kMostSeconds, kMostSeconds)};
  model.programme = f.text("programme", "");
  if (const auto deadline = f.optional_text("deadline")) {
    model.deadline = parse_civil_minute(*deadline);
    if (!model.deadline) f.complain("deadline", "a minute was expected");
  }
  model.deadline_note = f.text("deadline_note", "");
  model.verdict_mark = mark_in(f, "verdict_mark");
  model.verdict = f.text("verdict", "");
  model.verdict_reasons = f.texts("verdict_reasons");
  if (const auto estimate = f.optional_whole("estimate", 0, kMostYen)) model.estimate = Yen{*estimate};
  model.estimate_note = f.text("estimate_note", "");
  model.todos = list_in<PageTodo>(f, "todos", [](Fields& entry) {
    return PageTodo{entry.optional_date("due"), entry.text("what"), entry.text("detail", ""), entry.flag("warning")};
  });
  model.done = list_in<PageDone>(f, "done", [](Fields& entry) { return PageDone{entry.text("what"), entry.text("state", "")}; });
  model.documents = list_in<PageDocument>(f, "documents", [](Fields& entry) {
    return PageDocument{entry.text("name"), mark_in(entry, "mark"), entry.text("state", ""), entry.optional_date("last_day")};
  });
  model.unsent = f.texts("unsent");
  model.scans_until = f.date("scans_until");
  model.answers_until = f.date("answers_until");
  model.pack_verified = f.date("pack_verified");
  if (const std::string phone = f.text("phone", ""); !phone.empty()) {
    auto parsed = PhoneNumber::parse(phone);
    if (!parsed.ok) f.complain("phone", "a mobile number was expected");
    model.phone = std::move(parsed.number);
  }
  model.files = list_in<PageFileAbout>(f, "files", [](Fields& entry) {
    return PageFileAbout{entry.text("name"), static_cast<int>(entry.whole("pages", 0, 10'000)), entry.whole("bytes", 0, kMostSeconds)};
  });
  if (auto done = f.finish(); !done) return fail(done.error());
  return model;
}

}  // namespace desk::auth
