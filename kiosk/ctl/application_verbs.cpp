// application list, show, export, delete. What a person answered, a firm's name (it is in the names of files) and a whole telephone number are
// never printed: staff read those on the kiosk's screen, behind a PIN.
#include <string>

#include "data/store/export_folder.h"
#include "kiosk/ctl/groups.h"
#include "kiosk/ctl/program.h"
#include "kiosk/ctl/rules_calls.h"
#include "kiosk/ctl/store_access.h"

namespace desk::ctl {
namespace {

Node empty_list() { return Node{Node::Value{Array{}}}; }

Node summary_node(const store::Application& application) {
  Node node;
  node.set("application", text_node(application.id.hex));
  node.set("reception", text_node(application.reception.text));
  node.set("state", text_node(word_of(application.state)));
  node.set("resumable", flag_node(application.resumable));
  node.set("created", text_node(iso_jst(application.created)));
  node.set("updated", text_node(iso_jst(application.updated)));
  node.set("programme_year", Node{application.programme_year});
  node.set("mode", text_node(application.mode));
  node.set("training", flag_node(application.training));
  node.set("has_phone", flag_node(application.has_phone));
  node.set("phone_proof", text_node(word_of(application.phone_proof)));
  node.set("target_deadline", date_node(application.target_deadline));
  node.set("scans_until", date_node(application.scans_until));
  node.set("answers_until", date_node(application.answers_until));
  node.set("pages", Node{application.pages});
  node.set("files", Node{application.files});
  node.set("slips", Node{static_cast<int>(application.links.size())});
  return node;
}

Result<Answer> list(const Input& input, Context& context) {
  const auto store = open_store(input, context);
  if (!store) return fail(store.error());
  const auto applications = (*store)->applications();
  if (!applications) return fail(applications.error());
  Node listed = empty_list();
  for (const store::Application& application : *applications) listed.push(summary_node(application));
  Node answer;
  answer.set("count", Node{static_cast<int>(applications->size())});
  answer.set("applications", std::move(listed));
  return Answer{std::move(answer)};
}

Node page_node(const store::Page& page) {
  Node node;
  node.set("kind", text_node(page.kind));
  node.set("page", Node{page.index + 1});
  node.set("width", Node{page.width});
  node.set("height", Node{page.height});
  node.set("dpi", Node{page.dpi});
  node.set("bytes", whole_node(page.bytes));
  node.set("stored", text_node(iso_jst(page.stored)));
  node.set("missing", flag_node(page.missing));
  return node;
}

Node file_node(const store::File& file, int number) {
  Node node;
  node.set("file", Node{number});
  node.set("bytes", whole_node(file.bytes));
  node.set("stored", text_node(iso_jst(file.stored)));
  node.set("missing", flag_node(file.missing));
  return node;
}

// What needs the application's own key. A record whose key is gone is still shown, so that staff can see what they delete.
Done add_sealed_parts(Node& node, const store::Application& application, store::Store& store) {
  const auto answers = store.answers(application.id);
  if (!answers) return fail(answers.error());
  node.set("answers_saved", flag_node(!answers->empty()));
  if (application.has_phone) {
    const auto phone = store.phone(application.id);
    if (!phone) return fail(phone.error());
    node.set("phone", text_node(phone->masked()));
  }
  const auto pages = store.pages(application.id);
  if (!pages) return fail(pages.error());
  Node page_list = empty_list();
  for (const store::Page& page : *pages) page_list.push(page_node(page));
  node.set("page_list", std::move(page_list));
  const auto files = store.files(application.id);
  if (!files) return fail(files.error());
  Node file_list = empty_list();
  int number = 0;
  for (const store::File& file : *files) file_list.push(file_node(file, ++number));
  node.set("file_list", std::move(file_list));
  return {};
}

Result<Answer> show(const Input& input, Context& context) {
  const auto store = open_store(input, context);
  if (!store) return fail(store.error());
  const auto application = application_of(input, **store);
  if (!application) return fail(application.error());
  Node answer = summary_node(*application);
  if (application->phone_proof_at) answer.set("phone_proof_at", text_node(iso_jst(*application->phone_proof_at)));
  Node links = empty_list();
  for (const store::Link& link : application->links) links.push(text_node(iso_jst(link.expires)));
  answer.set("slips_until", std::move(links));
  if (const auto done = add_sealed_parts(answer, *application, **store); !done) {
    answer.set("unreadable", text_node(done.error().message()));
  }
  return Answer{std::move(answer)};
}

// The finished PDFs; the checklist with what is missing is written by the kiosk, which knows the words.
Result<Answer> export_files(const Input& input, Context& context) {
  const auto store = open_store(input, context);
  if (!store) return fail(store.error());
  const auto application = application_of(input, **store);
  if (!application) return fail(application.error());
  const auto report = store::export_application(**store, *application, {input.text("out").value_or(""), /*mounted=*/false},
                                                context.clock().wall(), {});
  if (!report) return fail(report.error());
  Node answer;
  answer.set("reception", text_node(application->reception.text));
  answer.set("folder", text_node(report->folder));
  answer.set("files", Node{report->files});
  answer.set("bytes", whole_node(report->bytes));
  return Answer{std::move(answer)};
}

Result<Answer> erase(const Input& input, Context& context) {
  const auto store = open_store(input, context);
  if (!store) return fail(store.error());
  const auto application = application_of(input, **store);
  if (!application) return fail(application.error());
  const auto reason = input.text("reason").value_or("staff") == "applicant" ? store::EraseReason::Applicant : store::EraseReason::Staff;
  if (auto done = (*store)->erase(application->id, reason); !done) return fail(done.error());
  Node answer;
  answer.set("application", text_node(application->id.hex));
  answer.set("reception", text_node(application->reception.text));
  answer.set("deleted", flag_node(true));
  return Answer{std::move(answer)};
}

std::string word(const Node& node, std::string_view key) {
  const Node* value = node.find(key);
  return value != nullptr && value->string() != nullptr ? *value->string() : std::string("-");
}

std::string count(const Node& node, std::string_view key) {
  const Node* value = node.find(key);
  return value != nullptr && value->integer() != nullptr ? std::to_string(*value->integer()) : std::string("-");
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string print_list(const Node& answer) {
  const Array& listed = *answer.find("applications")->array();
  if (listed.empty()) return "no applications are kept\n";
  std::string out = "number   state        updated                    phone  pages  files  kept until\n";
  for (const Node& each : listed) {
    out += padded(word(each, "reception"), 9) + padded(word(each, "state"), 13) + padded(word(each, "updated"), 27) +
           padded(word(each, "phone_proof"), 7) + padded(count(each, "pages"), 7) + padded(count(each, "files"), 7) +
           word(each, "answers_until") + (*each.find("training")->boolean() ? "  training" : "") + "\n";
  }
  return out;
}

Verb verb_of(std::string name, std::string about, std::vector<std::string> answers) {
  Verb verb{.group = "application", .name = std::move(name), .about = std::move(about)};
  verb.answers = std::move(answers);
  return verb;
}

const std::vector<std::string> kSummary = {"application",  "reception", "state",       "resumable",       "created",     "updated",
                                           "programme_year", "mode",    "training",    "has_phone",       "phone_proof", "target_deadline",
                                           "scans_until",  "answers_until", "pages",   "files",           "slips"};

std::vector<Key> with_application(std::vector<Key> more = {}) {
  std::vector<Key> keys = store_keys();
  keys.insert(keys.begin(), application_key());
  keys.insert(keys.end(), more.begin(), more.end());
  return keys;
}

}  // namespace

void add_application_verbs(Registry& registry) {
  Verb listing = verb_of("list", "the applications that are kept, newest first", {"count", "applications[]"});
  listing.keys = [](Context&) { return store_keys(); };
  listing.run = list;
  listing.print = print_list;
  registry.push_back(std::move(listing));

  Verb showing = verb_of("show", "how one application stands, without what was answered", kSummary);
  for (const char* more : {"phone_proof_at", "slips_until", "answers_saved", "phone", "page_list[]", "file_list[]", "unreadable"}) {
    showing.answers.emplace_back(more);
  }
  showing.keys = [](Context&) { return with_application(); };
  showing.positional = "application";
  showing.batch = true;
  showing.run = show;
  registry.push_back(std::move(showing));

  Verb exporting = verb_of("export", "writes an application's finished PDFs into a new folder below out", {"reception", "folder", "files", "bytes"});
  exporting.keys = [](Context&) {
    return with_application({{.name = "out", .required = true, .about = "an existing folder; the files are flushed before this answers"}});
  };
  exporting.positional = "application";
  exporting.run = export_files;
  registry.push_back(std::move(exporting));

  Verb deleting = verb_of("delete", "destroys an application for good: its key first, then the rest", {"application", "reception", "deleted"});
  deleting.keys = [](Context&) {
    return with_application({{.name = "reason", .type = Type::Choice, .fallback = "staff", .choices = {"staff", "applicant"},
                              .about = "who asked for it; goes into the audit trail"}});
  };
  deleting.positional = "application";
  deleting.batch = true;
  deleting.run = erase;
  registry.push_back(std::move(deleting));
}

}  // namespace desk::ctl
