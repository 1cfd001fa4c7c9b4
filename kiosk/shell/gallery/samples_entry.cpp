// What is written: the name on each keyboard, its words, the forms of its characters; the corporate number.
#include "data/base/characters.h"
#include "kiosk/shell/gallery/samples.h"

namespace desk::shell::gallery {
namespace {

using flow::NamePart;
using flow::NamePhase;
using flow::Step;

void write(Stage& stage, std::string_view kana) {
  for (std::string_view each : characters(kana)) stage.tell(flow::NameKey{Secret(each)});
}

// Typed, and the converter's answer.
void look_up(Stage& stage, std::string_view kana, std::initializer_list<const char*> words) {
  write(stage, kana);
  stage.tell(flow::Pressed{flow::Action::Next});
  std::vector<Secret> found;
  for (const char* word : words) found.emplace_back(word);
  stage.tell(flow::Converted{stage.model.awaited, std::move(found)});
}

void give(Stage& stage, std::string_view kana, const char* word) {
  look_up(stage, kana, {word});
  stage.tell(flow::CandidateChosen{0});
}

Sample name(std::string what, std::function<void(Stage&)> more) {
  return {"contact_name" + std::move(what), [more = std::move(more)](Stage& stage) {
            stage.at(Step::ContactName);
            more(stage);
          }};
}

Sample number(std::string what, std::string entry, std::string problem = "") {
  return {"corporate_number" + std::move(what), [entry = std::move(entry), problem = std::move(problem)](Stage& stage) {
            stage.at(Step::CorporateNumber);
            stage.model.entry = entry;
            stage.model.problem = problem;
          }};
}

}  // namespace

std::vector<Sample> entry_samples() {
  std::vector<Sample> all;
  all.push_back(name("", [](Stage& stage) { write(stage, "たかさき"); }));
  all.push_back(name("-empty", [](Stage& stage) { stage.tell(flow::Pressed{flow::Action::Next}); }));
  all.push_back(name("-longest", [](Stage& stage) { write(stage, "ちょうそかべのさえもんのすけもとちかのり"); }));
  all.push_back(name("-looking", [](Stage& stage) {
    write(stage, "たかさき");
    stage.tell(flow::Pressed{flow::Action::Next});
  }));
  all.push_back(name("-words", [](Stage& stage) {
    look_up(stage, "くにこ", {"邦子", "久仁子", "訓子", "国子", "都子", "國子", "恭仁子", "晋子", "州子", "薫子", "六合湖", "邦湖", "くに子", "クニ子"});
  }));
  all.push_back(name("-words-page-2", [](Stage& stage) {
    look_up(stage, "さいとう", {"斎藤", "斉藤", "齋藤", "齊藤", "西東", "才藤", "西藤", "西塔", "再登", "歳藤", "犀藤", "西院島", "佐井島", "才灯", "才棟", "才塔",
                             "佐井藤", "斎當", "齋當", "西頭", "才頭", "斎籐", "齋籐", "斉籐"});
    stage.pages_turned = 1;
  }));
  all.push_back(name("-no-kanji", [](Stage& stage) {
    write(stage, "たかさき");
    stage.tell(flow::Pressed{flow::Action::Next});
    stage.tell(flow::NotConverted{stage.model.awaited, StaffCode::ConversionUnavailable});
  }));
  all.push_back(name("-given", [](Stage& stage) {
    give(stage, "たかさき", "高崎");
    write(stage, "くにこ");
  }));
  all.push_back(name("-letters", [](Stage& stage) {
    stage.tell(flow::Pressed{flow::Action::SwitchKeys});
    write(stage, "O'BRIEN");
  }));
  all.push_back(name("-check", [](Stage& stage) {
    give(stage, "たかさき", "高崎");
    give(stage, "くにこ", "邦子");
    stage.tell(flow::FormChosen{NamePart::Family, 0, "髙"});
    stage.tell(flow::FormChosen{NamePart::Family, 1, "﨑"});
  }));
  all.push_back(name("-check-plain", [](Stage& stage) {
    give(stage, "たなか", "田中");
    give(stage, "いちろう", "一男");
  }));
  // As many forms as a name can ask for.
  all.push_back(name("-check-many", [](Stage& stage) {
    give(stage, "わたなべざわ", "渡辺沢");
    give(stage, "くにひろ", "国広");
  }));
  all.push_back(number("", "7070001012345"));
  all.push_back(number("-empty", ""));
  all.push_back(number("-twelve", "070001012345"));
  all.push_back(number("-wrong", "7070001012346", "question.corporate_number.problem_check_digit"));
  return all;
}

}  // namespace desk::shell::gallery
