// receipt render, receipt print: a slip from a model file (printer/receipt_document.h), to look at or on paper. A slip of a kept
// application is printed at the kiosk, where its words and its QR are made.
#include <condition_variable>
#include <mutex>

#include "data/text/typesetter.h"
#include "kiosk/ctl/groups.h"
#include "kiosk/ctl/long_work.h"
#include "kiosk/ctl/output_file.h"
#include "data/base/places.h"
#include "kiosk/ctl/program.h"
#include "kiosk/ctl/rules_calls.h"
#include "printer/layout.h"
#include "printer/printer.h"
#include "printer/receipt_document.h"

namespace desk::ctl {
namespace {

std::vector<Key> slip_keys() {
  return {{.name = "model", .required = true, .about = "a file, TOML or (ending in .json) JSON, that says what the slip says"},
          {.name = "lang", .type = Type::Choice, .fallback = "ja", .choices = {"ja", "ja-easy", "en"}},
          {.name = "dots", .type = Type::Whole, .unit = "dots", .fallback = "576", .about = "across the paper: 576 is 80 mm", .low = 384, .high = 832}};
}

PaperProfile profile_of(const Input& input) {
  PaperProfile profile;
  profile.dots = static_cast<int>(input.whole("dots").value_or(profile.dots));
  profile.status_reports = input.flag("status_reports").value_or(true);
  return profile;
}

text::Language language_of(const Input& input) {
  const std::string code = input.text("lang").value_or("ja");
  for (const text::Language language : {text::Language::EasyJapanese, text::Language::English}) {
    if (text::code_of(language) == code) return language;
  }
  return text::Language::Japanese;
}

// A complaint about what stands in the file is one about the key that named it.
Failure about_model(const Failure& failure) { return bad_input("model", failure.where + ": " + failure.reason); }

Result<printer::ReceiptModel> model_of(const std::string& file) {
  const auto text = read_file(file);
  if (!text) return fail(about_model(text.error()));
  const auto node = file.ends_with(".json") ? parse_json(*text, file) : parse_toml(*text, file);
  if (!node) return fail(about_model(node.error()));
  auto model = printer::read_receipt(*node, file);
  if (!model) return fail(about_model(model.error()));
  return model;
}

Result<printer::Raster1> slip_of(const Input& input) {
  const auto model = model_of(input.text("model").value_or(""));
  if (!model) return fail(model.error());
  const auto texts = text::TextCatalog::load(data_folder() + "/text");
  if (!texts) return fail(texts.error());
  const auto typesetter = text::Typesetter::create();
  if (!typesetter) return fail(typesetter.error());
  return printer::render_receipt(*model, text::Words(*texts, language_of(input)), **typesetter, profile_of(input));
}

Result<Answer> render(const Input& input, Context&) {
  const auto slip = slip_of(input);
  if (!slip) return fail(slip.error());
  const std::string out = input.text("out").value_or("");
  const auto png = printer::png_of(*slip);
  if (!png) return fail(png.error());
  if (auto done = write_output(*png, out); !done) return fail(done.error());
  Node answer;
  answer.set("file", text_node(out));
  answer.set("width", Node{slip->width});
  answer.set("height", Node{slip->height});
  return Answer{std::move(answer)};
}

std::string_view word_of(printer::JobPhase phase) {
  using printer::JobPhase;
  switch (phase) {
    case JobPhase::Queued: return "queued";
    case JobPhase::Printing: return "printing";
    case JobPhase::Printed: return "printed";
    case JobPhase::Unknown: return "unknown";
    case JobPhase::Failed: return "failed";
  }
  return "";
}

// The states that the printer tells from its own thread, until the last one.
class Followed {
 public:
  void tell(const printer::JobState& state) {
    const std::lock_guard lock(mutex_);
    states_.push_back(state);
    changed_.notify_all();
  }
  // Without a limit of its own: every wait of the printer's has an end.
  [[nodiscard]] std::vector<printer::JobState> until_final() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !states_.empty() && printer::is_final(states_.back().phase); });
    return states_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<printer::JobState> states_;
};

Node state_node(const printer::JobState& state) {
  Node node;
  node.set("phase", text_node(word_of(state.phase)));
  if (state.failure) {
    node.set("code", text_node(to_string(state.failure->code)));
    node.set("reason", text_node(state.failure->message()));
  }
  if (state.phase == printer::JobPhase::Printed) node.set("paper_low", flag_node(state.paper_low));
  return node;
}

Result<Answer> print(const Input& input, Context& context) {
  auto device = printer::make_printer(input.text("printer").value_or(""), profile_of(input));
  if (!device) return fail(bad_input("printer", device.error().reason));
  auto slip = slip_of(input);
  if (!slip) return fail(slip.error());
  Followed followed;
  Node states{Node::Value{Array{}}};
  states.push(state_node(printer::JobState{}));  // queued
  std::vector<printer::JobState> told;
  {
    const LongWork waiting([&context](const std::string& state) { context.note(state); }, "waiting for the printer");
    (*device)->print(std::move(*slip), [&followed](const printer::JobState& state) { followed.tell(state); });
    told = followed.until_final();
  }
  const std::string name = (*device)->describe();
  device->reset();  // no callback after this; `followed` may go
  for (const printer::JobState& state : told) states.push(state_node(state));
  Node answer;
  answer.set("printer", text_node(name));
  answer.set("result", text_node(word_of(told.back().phase)));
  answer.set("states", std::move(states));
  // Unknown is an answer: a model without status reports can never say more.
  return Answer{std::move(answer), told.back().phase == printer::JobPhase::Failed ? kCouldNot : kAnswered};
}

}  // namespace

void add_receipt_verbs(Registry& registry) {
  Verb rendering{.group = "receipt", .name = "render", .about = "draws a slip from a model file into a PNG (applications print at the kiosk)"};
  rendering.keys = [](Context&) {
    std::vector<Key> keys = slip_keys();
    keys.push_back({.name = "out", .required = true, .about = "the PNG; its QR opens an application, so only its owner may read it"});
    return keys;
  };
  rendering.answers = {"file", "width", "height"};
  rendering.positional = "model";
  rendering.run = render;
  registry.push_back(std::move(rendering));

  Verb printing{.group = "receipt", .name = "print", .about = "prints a slip from a model file and follows it to its end"};
  printing.keys = [](Context&) {
    std::vector<Key> keys = slip_keys();
    keys.push_back({.name = "printer", .required = true, .about = "usb:/dev/usb/lp0, tcp:HOST:9100 or file:FOLDER"});
    keys.push_back({.name = "status_reports", .type = Type::Flag, .fallback = "true", .about = "the model answers DLE EOT"});
    return keys;
  };
  printing.answers = {"printer", "result", "states[phase code reason paper_low]"};
  printing.positional = "model";
  printing.run = print;
  registry.push_back(std::move(printing));
}

}  // namespace desk::ctl
