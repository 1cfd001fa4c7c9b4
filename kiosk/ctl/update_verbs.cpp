#include "kiosk/ctl/catalog_calls.h"
#include "kiosk/ctl/groups.h"
#include "kiosk/ctl/long_work.h"
#include "kiosk/ctl/rules_calls.h"
#include "kiosk/ctl/update/image_folder.h"
#include "kiosk/ctl/update/keys.h"
#include "kiosk/ctl/update/slot_writer.h"
#include "kiosk/ctl/update/slots.h"

namespace desk::ctl {
namespace {

using update::Appliance;

Key image_key() { return {.name = "folder", .required = true, .about = "the folder of the update"}; }

// Runs what takes minutes, and says how far it is.
template <class Work>
auto telling(const Context& context, const Work& work) {
  LongWork progress([&context](const std::string& state) { context.note(state); }, "reading the folder");
  return work([&progress](const std::string& state) { progress.now(state); });
}

std::int64_t bytes_of(const Manifest& manifest) {
  std::int64_t all = 0;
  for (const ManifestFile& file : manifest.files) all += file.bytes;
  return all;
}

Node image_node(const Manifest& manifest) {
  Node answer;
  answer.set("serial", whole_node(manifest.serial));
  answer.set("created", date_node(manifest.created));
  answer.set("files", Node{static_cast<int>(manifest.files.size())});
  answer.set("bytes", whole_node(bytes_of(manifest)));
  return answer;
}

// 202612010930, in the time of the desk.
std::int64_t serial_of_now(const Context& context) {
  const CivilMinute now = to_jst(context.clock().wall());
  std::int64_t serial = 0;
  for (const char c : to_string(now.date)) {
    if (c != '-') serial = serial * 10 + (c - '0');
  }
  return serial * 10'000 + now.minute_of_day / 60 * 100 + now.minute_of_day % 60;
}

Result<Answer> sign_update(const Input& input, Context& context) {
  const auto folder = folder_of(input, "folder");
  if (!folder) return fail(folder.error());
  const auto key = update::signing_key(input.text("key").value_or(""));
  if (!key) return fail(key.error());
  const std::int64_t serial = input.whole("serial").value_or(serial_of_now(context));
  const auto manifest =
      telling(context, [&](const update::Tell& tell) { return update::sign_image(*folder, *key, serial, context.today(), tell); });
  if (!manifest) return fail(manifest.error());
  Node answer = image_node(*manifest);
  answer.set("key", text_node(crypto::public_key_of(*key).hex()));
  return Answer{std::move(answer)};
}

Result<Answer> check_update(const Input& input, Context& context, const Appliance& appliance) {
  const auto folder = folder_of(input, "folder");
  if (!folder) return fail(folder.error());
  const auto trusted = update::trusted_keys(input.text("public_key").value_or(appliance.keys));
  if (!trusted) return fail(trusted.error());
  const auto image = update::ImageFolder::open(*folder, *trusted);
  if (!image) return fail(image.error());
  if (auto done = telling(context, [&](const update::Tell& tell) { return image->check(tell); }); !done) return fail(done.error());
  return Answer{image_node(image->manifest())};
}

Result<Node> slot_node(const Appliance& appliance, update::Slot slot) {
  const auto entries = update::boot_entries(appliance, slot);
  if (!entries) return fail(entries.error());
  Node node;
  node.set("slot", text_node(update::word_of(slot)));
  const bool there = !entries->empty();
  node.set("entry", there ? text_node(entries->front().name) : Node{});
  node.set("state", text_node(update::word_of(there ? update::state_of(entries->front()) : update::EntryState::None)));
  const bool counted = there && entries->front().left.has_value();
  node.set("tries_left", counted ? Node{*entries->front().left} : Node{});
  std::vector<std::string> further;
  for (std::size_t i = 1; i < entries->size(); ++i) further.push_back((*entries)[i].name);
  node.set("further", texts_node(further));
  return node;
}

Result<Answer> tell_slots(const Appliance& appliance) {
  const auto serial = image_serial(appliance.serial_file);
  if (!serial) return fail(serial.error());
  const auto booted = update::booted_slot(appliance);
  Node list{Node::Value{Array{}}};
  for (const update::Slot slot : {update::Slot::A, update::Slot::B}) {
    auto node = slot_node(appliance, slot);
    if (!node) return fail(node.error());
    list.push(std::move(*node));
  }
  Node answer;
  answer.set("booted", booted ? text_node(update::word_of(*booted)) : Node{});
  answer.set("serial", *serial ? whole_node(**serial) : Node{});
  answer.set("slots", std::move(list));
  return Answer{std::move(answer)};
}

Result<Answer> write_update(const Input& input, Context& context, const Appliance& appliance) {
  const auto folder = folder_of(input, "folder");
  if (!folder) return fail(folder.error());
  const auto trusted = update::trusted_keys(appliance.keys);
  if (!trusted) return fail(trusted.error());
  const auto written =
      telling(context, [&](const update::Tell& tell) { return update::write_slot(*folder, *trusted, appliance, tell); });
  if (!written) return fail(written.error());
  Node answer;
  answer.set("slot", text_node(update::word_of(written->slot)));
  answer.set("serial", whole_node(written->serial));
  answer.set("bytes", whole_node(written->bytes));
  answer.set("written", flag_node(true));
  return Answer{std::move(answer)};
}

Result<Answer> rearm_booted(const Appliance& appliance) {
  const auto rearmed = update::rearm(appliance);
  if (!rearmed) return fail(rearmed.error());
  Node answer;
  answer.set("slot", text_node(update::word_of(rearmed->slot)));
  answer.set("entry", text_node(update::armed_name(rearmed->slot)));
  answer.set("rearmed", flag_node(rearmed->changed));
  return Answer{std::move(answer)};
}

Verb update_sign_verb() {
  Verb verb{.group = "update", .name = "sign", .about = "makes a folder of an image's four files an update: writes manifest.toml and manifest.sig into it"};
  verb.keys = [](Context&) {
    return std::vector<Key>{image_key(),
                            {.name = "key", .required = true, .about = "the file of the secret key, mode 0600"},
                            {.name = "serial", .type = Type::Whole, .fallback = "now, as YYYYMMDDHHMM", .low = 1, .high = kMostImageSerial}};
  };
  verb.answers = {"serial", "created", "files", "bytes", "key"};
  verb.positional = "folder";
  verb.run = sign_update;
  return verb;
}

Verb update_check_verb(const Appliance& appliance) {
  Verb verb{.group = "update", .name = "check", .about = "whether a folder is an update that a trusted key signed, with exactly its files"};
  verb.keys = [appliance](Context&) {
    return std::vector<Key>{image_key(), {.name = "public_key", .fallback = appliance.keys, .about = "a key's file, or a folder of *.pub"}};
  };
  verb.answers = {"serial", "created", "files", "bytes"};
  verb.positional = "folder";
  verb.run = [appliance](const Input& input, Context& context) { return check_update(input, context, appliance); };
  return verb;
}

Verb update_slots_verb(const Appliance& appliance) {
  Verb verb{.group = "update", .name = "slots", .about = "what the machine was booted from, and how the boot loader stands to either slot"};
  verb.answers = {"booted", "serial", "slots"};
  verb.run = [appliance](const Input&, Context&) { return tell_slots(appliance); };
  return verb;
}

Verb update_write_verb(const Appliance& appliance) {
  Verb verb{.group = "update", .name = "write", .about = "checks an update and writes it into the slot that is not running; the next start takes it"};
  verb.keys = [](Context&) { return std::vector<Key>{image_key()}; };
  verb.answers = {"slot", "serial", "bytes", "written"};
  verb.positional = "folder";
  verb.run = [appliance](const Input& input, Context& context) { return write_update(input, context, appliance); };
  return verb;
}

Verb update_good_verb(const Appliance& appliance) {
  Verb verb{.group = "update", .name = "good", .about = "gives the slot that runs all its tries again: said once the desk stands"};
  verb.answers = {"slot", "entry", "rearmed"};
  verb.run = [appliance](const Input&, Context&) { return rearm_booted(appliance); };
  return verb;
}

}  // namespace

void add_update_verbs(Registry& registry, const update::Appliance& appliance) {
  registry.push_back(update_sign_verb());
  for (Verb (*verb)(const Appliance&) : {update_check_verb, update_slots_verb, update_write_verb, update_good_verb}) registry.push_back(verb(appliance));
}

}  // namespace desk::ctl
