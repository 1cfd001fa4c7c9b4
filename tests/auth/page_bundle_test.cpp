#include <gtest/gtest.h>

#include "tests/auth/page_fixture.h"

namespace desk::auth::test {
namespace {

std::optional<Secret> part_of(const Bundle& bundle, const LinkToken& token, std::size_t part) {
  const std::span<const unsigned char> bytes(bundle.bytes);
  const auto layout = read_bundle_layout(bytes.first(std::min(bytes.size(), kMostHeaderBytes)), bytes.size());
  if (!layout || part >= layout->parts.size()) return std::nullopt;
  return open_bundle_part(token, *layout, part, bytes.subspan(layout->parts[part].offset, layout->parts[part].size));
}

TEST(PageModelOnDisk, ComesBackFieldByField) {
  for (const text::Language language : {text::Language::Japanese, text::Language::EasyJapanese, text::Language::English}) {
    PageModel model = sample_model(language);
    model.demonstration = true;
    model.files = {{"a.pdf", 2, 1234}};
    const Secret json = write_page_model(model);
    const auto back = read_page_model(json.reveal());
    ASSERT_TRUE(back) << back.error().message();
    EXPECT_EQ(write_page_model(*back).reveal(), json.reveal());
    EXPECT_EQ(back->deadline, model.deadline);
    EXPECT_EQ(back->estimate, model.estimate);
    EXPECT_EQ(back->phone, model.phone);
    EXPECT_EQ(back->todos.size(), 4u);
    EXPECT_FALSE(back->todos[3].due);
    EXPECT_TRUE(back->todos[3].warning);
    EXPECT_EQ(back->documents[0].last_day, make_date(2026, 12, 14));
    EXPECT_EQ(back->language, language);
  }
}

TEST(PageModelOnDisk, DamageIsAFailureAndNoCrash) {
  const std::string json(write_page_model(sample_model()).reveal());
  for (std::size_t i = 0; i < json.size(); i += 3) EXPECT_FALSE(read_page_model(json.substr(0, i))) << i;
  EXPECT_FALSE(read_page_model("[]"));
  EXPECT_FALSE(read_page_model("{}"));
}

// A bundle stays for a week; the machine may fall back to its older slot on any day of it.
TEST(PageModelOnDisk, TheOlderSlotOpensWhatTheNewerOneHasAdded) {
  const std::string json(write_page_model(sample_model()).reveal());
  std::string newer = json;
  newer.insert(1, "\"of_a_newer_release\":{\"deep\":[1]},");
  for (const char* list : {"\"todos\":[{", "\"done\":[{", "\"documents\":[{"}) {
    const auto at = newer.find(list);
    ASSERT_NE(at, std::string::npos) << list;
    newer.insert(at + std::string_view(list).size(), "\"added\":true,");
  }
  const auto read = read_page_model(newer);
  ASSERT_TRUE(read) << read.error().message();
  EXPECT_EQ(write_page_model(*read).reveal(), json);
}

TEST(Bundle, OpensWithItsTokenPartByPart) {
  const LinkToken token = crypto::new_link_token();
  const Bundle bundle = sample_bundle(token);
  EXPECT_EQ(bundle.token_hash, crypto::token_hash_hex(token.text));
  const auto model = open_bundle_model(token, bundle.bytes);
  ASSERT_TRUE(model);
  EXPECT_EQ(model->reception_number, "T7K-4M2");
  ASSERT_EQ(model->files.size(), 2u);
  EXPECT_EQ(model->files[0].name, "01_履歴事項全部証明書.pdf");
  EXPECT_EQ(model->files[1].bytes, static_cast<std::int64_t>(sample_pdfs()[1].size()));
  EXPECT_EQ(part_of(bundle, token, 1)->reveal(), sample_pdfs()[0]);
  EXPECT_EQ(part_of(bundle, token, 2)->reveal(), sample_pdfs()[1]);
}

TEST(Bundle, AnotherTokenOpensNothing) {
  const Bundle bundle = sample_bundle(crypto::new_link_token());
  const LinkToken other = crypto::new_link_token();
  for (std::size_t part = 0; part < 3; ++part) EXPECT_FALSE(part_of(bundle, other, part));
  // The stored hash is no key either.
  EXPECT_FALSE(part_of(bundle, LinkToken{bundle.token_hash}, 0));
}

TEST(Bundle, HoldsNothingReadable) {
  const Bundle bundle = sample_bundle(crypto::new_link_token());
  const std::string bytes(bundle.bytes.begin(), bundle.bytes.end());
  for (const char* word : {"T7K-4M2", "09012345678", "9012345678", "%PDF", "履歴事項", "aaaa"}) {
    EXPECT_EQ(bytes.find(word), std::string::npos) << word;
  }
}

TEST(Bundle, OneChangedBitOpensNothingOfThatPart) {
  const LinkToken token = crypto::new_link_token();
  const Bundle good = sample_bundle(token);
  // Every bit of the header and the model's beginning, then samples through the rest.
  for (std::size_t i = 0; i < good.bytes.size(); i += i < 120 ? 1 : 7919) {
    Bundle bent = sample_bundle(token);
    bent.bytes = good.bytes;
    bent.bytes[i] ^= 0x10;
    const bool everything = part_of(bent, token, 0) && part_of(bent, token, 1) && part_of(bent, token, 2);
    EXPECT_FALSE(everything) << "byte " << i;
  }
}

TEST(Bundle, PartsCannotBeSwapped) {
  const LinkToken token = crypto::new_link_token();
  const std::vector<PageFile> twins = {{"a.pdf", 1, "same size 1"}, {"b.pdf", 1, "same size 2"}};
  const auto bundle = make_bundle(sample_model(), twins, token, kNow, number_key());
  ASSERT_TRUE(bundle);
  const auto layout = read_bundle_layout(bundle->bytes, bundle->bytes.size());
  ASSERT_TRUE(layout);
  const std::span<const unsigned char> bytes(bundle->bytes);
  const auto first = bytes.subspan(layout->parts[1].offset, layout->parts[1].size);
  EXPECT_TRUE(open_bundle_part(token, *layout, 1, first));
  EXPECT_FALSE(open_bundle_part(token, *layout, 2, first));
}

TEST(Bundle, JunkHasNoLayout) {
  const auto layout_of = [](std::string_view bytes, std::size_t total) {
    return read_bundle_layout({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()}, total).ok();
  };
  const Bundle good = sample_bundle(crypto::new_link_token());
  const std::string bytes(good.bytes.begin(), good.bytes.end());
  EXPECT_TRUE(layout_of(bytes, bytes.size()));
  EXPECT_FALSE(layout_of("", 0));
  EXPECT_FALSE(layout_of("DKB1", 4));
  EXPECT_FALSE(layout_of("hello, this is no bundle at all", 31));
  EXPECT_FALSE(layout_of(bytes, bytes.size() - 1));
  EXPECT_FALSE(layout_of(bytes, bytes.size() + 1));
  EXPECT_FALSE(layout_of(bytes, kMostBundleBytes + 1));
  EXPECT_FALSE(layout_of(std::string("DKB1") + std::string(200, '\xFF'), 204));
  for (std::size_t size = 0; size < 18; ++size) EXPECT_FALSE(layout_of(bytes.substr(0, size), size)) << size;
}

TEST(Bundle, WhatThePageCouldNotServeIsRefusedAtTheDesk) {
  const LinkToken token = crypto::new_link_token();
  const auto refused = [&](PageModel model, const std::vector<PageFile>& files) {
    const auto bundle = make_bundle(std::move(model), files, token, kNow, number_key());
    return !bundle && bundle.error().code == StaffCode::BundleRefused;
  };
  for (const char* name : {"", ".pdf", "a/b.pdf", "..\\a.pdf", "a\r\nb.pdf", "a\".pdf", "a.exe", ".hidden.pdf"}) {
    EXPECT_TRUE(refused(sample_model(), {{name, 1, "x"}})) << name;
  }
  EXPECT_TRUE(refused(sample_model(), std::vector<PageFile>(kMostFiles + 1, PageFile{"a.pdf", 1, "x"})));
  const std::string large(30'000'000, 'x');
  EXPECT_TRUE(refused(sample_model(), {{"a.pdf", 1, large}, {"b.pdf", 1, large}}));
  PageModel nameless = sample_model();
  nameless.reception_number.clear();
  EXPECT_TRUE(refused(std::move(nameless), {}));
  PageModel endless = sample_model();
  endless.unsent.assign(2000, std::string(1000, 'x'));
  EXPECT_TRUE(refused(std::move(endless), {}));
}

TEST(Bundle, TheNumberIsOnlyAHashThatNeedsTheKiosksKey) {
  const Bundle a = sample_bundle(crypto::new_link_token());
  const Bundle b = sample_bundle(crypto::new_link_token());
  EXPECT_EQ(a.number_hash, b.number_hash);
  const auto other = make_bundle(sample_model(), {}, crypto::new_link_token(), kNow, crypto::Key::random());
  EXPECT_NE(a.number_hash, other->number_hash);
  PageModel without = sample_model();
  without.phone = PhoneNumber();
  EXPECT_EQ(make_bundle(std::move(without), {}, crypto::new_link_token(), kNow, number_key())->number_hash, "");
}

TEST(Grant, GivesItsTokenToItsSecretAlone) {
  const LinkToken token = crypto::new_link_token();
  const LinkToken grant = crypto::new_link_token();
  const crypto::Bytes wrapped = wrap_token(token, grant);
  EXPECT_EQ(unwrap_token(wrapped, grant)->text, token.text);
  EXPECT_FALSE(unwrap_token(wrapped, crypto::new_link_token()));
  EXPECT_FALSE(unwrap_token(wrapped, token));
  EXPECT_FALSE(unwrap_token({}, grant));
}

}  // namespace
}  // namespace desk::auth::test
