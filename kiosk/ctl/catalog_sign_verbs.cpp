#include "data/catalog/release.h"
#include "data/catalog/signature.h"
#include "kiosk/ctl/catalog_calls.h"
#include "kiosk/ctl/rules_calls.h"

namespace desk::ctl {
namespace {

Node manifest_node(const catalog::Manifest& manifest) {
  Node answer;
  answer.set("serial", Node{Node::Value{manifest.serial}});
  answer.set("created", date_node(manifest.created));
  answer.set("files", Node{static_cast<int>(manifest.files.size())});
  return answer;
}

Result<Answer> keygen(const Input& input, Context&) {
  const std::string file = input.text("out").value_or("");
  const auto key = catalog::make_keys(file);
  if (!key) return fail(key.error());
  Node answer;
  answer.set("secret_key", text_node(file));
  answer.set("public_key", text_node(file + ".pub"));
  answer.set("key", text_node(key->hex()));
  return Answer{std::move(answer)};
}

Result<Answer> sign(const Input& input, Context& context) {
  const auto folder = folder_of(input, "folder");
  if (!folder) return fail(folder.error());
  const auto key = catalog::load_secret_key(input.text("key").value_or(""));
  if (!key) return fail(key.error());
  // A desk would refuse it at once: whoever signs hears it before anybody carries it to a desk.
  const Examined found = examine_packs(*folder, *folder, context.clock());
  if (found.first) return fail(*found.first);
  const auto manifest = catalog::sign_release(*folder, *key, input.whole("serial"), context.today());
  if (!manifest) return fail(manifest.error());
  Node answer = manifest_node(*manifest);
  answer.set("cases", Node{found.cases});
  answer.set("key", text_node(crypto::public_key_of(*key).hex()));
  return Answer{std::move(answer)};
}

Result<Answer> verify_release(const Input& input, Context&) {
  const auto folder = folder_of(input, "folder");
  if (!folder) return fail(folder.error());
  const auto trusted = trusted_keys(input);
  if (!trusted) return fail(trusted.error());
  const auto release = catalog::read_release(*folder, *trusted);
  if (!release) return fail(release.error());
  return Answer{manifest_node(release->manifest)};
}

Key folder_key() { return {.name = "folder", .required = true, .about = "the folder of packs"}; }

}  // namespace

Verb catalog_keygen_verb() {
  Verb verb{.group = "catalog", .name = "keygen", .about = "makes a key for signing (FILE, to be kept secret) and its public half (FILE.pub)"};
  verb.keys = [](Context&) { return std::vector<Key>{{.name = "out", .required = true, .about = "FILE; must not be there yet"}}; };
  verb.answers = {"secret_key", "public_key", "key"};
  verb.positional = "out";
  verb.run = keygen;
  return verb;
}

Verb catalog_sign_verb() {
  Verb verb{.group = "catalog", .name = "sign", .about = "makes a folder of packs a release: checks it, then writes manifest.toml and manifest.sig into it"};
  verb.keys = [](Context&) {
    return std::vector<Key>{folder_key(),
                            {.name = "key", .required = true, .about = "the file of the secret key, mode 0600"},
                            {.name = "serial", .type = Type::Whole, .fallback = "one more than the last", .low = 1, .high = 1'000'000'000}};
  };
  verb.answers = {"serial", "created", "files", "cases", "key"};
  verb.positional = "folder";
  verb.run = sign;
  return verb;
}

Verb catalog_verify_verb() {
  Verb verb{.group = "catalog", .name = "verify", .about = "whether a folder is a release that a trusted key signed, with exactly its files"};
  verb.keys = [](Context&) {
    std::vector<Key> keys = trust_keys();
    keys.insert(keys.begin(), folder_key());
    return keys;
  };
  verb.answers = {"serial", "created", "files"};
  verb.positional = "folder";
  verb.run = verify_release;
  return verb;
}

}  // namespace desk::ctl
