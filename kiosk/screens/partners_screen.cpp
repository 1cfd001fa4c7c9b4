// Of a frame whose trading partners hand in papers: the portal's application number, and which kind each partner is.
#include "kiosk/flow/paper_needs.h"
#include "kiosk/screens/letter_pad.h"
#include "kiosk/screens/question.h"
#include "kiosk/screens/scene_parts.h"

namespace desk::screens {

void draw_application_number(Canvas& canvas, const Scene& scene) {
  const text::Words& words = scene.words;
  const catalog::ApplicationNumberForm* form = flow::number_form(scene.model.answers, scene.pack);
  if (form == nullptr) return;
  const std::string& entry = scene.model.entry;
  const auto characters = static_cast<std::size_t>(form->characters);
  FrameView frame = frame_of_scene(scene);
  frame.next.enabled = entry.size() == characters;
  const Rect content = draw_frame(canvas, frame);
  canvas.fit([&] {
    Rect area = content;
    heading(canvas, area, words("screen.application_number.title"),
            words("screen.application_number.sub", {{"prefix", form->prefix}, {"count", std::to_string(form->characters)}}));
    const std::vector<Rect> sides = canvas.portrait() ? rows(area, {0.42, 1}, canvas.gap()) : columns(area, {0.5, 1}, canvas.compact() ? 7 : 14);
    Column column(canvas, sides[0]);
    std::string shown = entry;
    for (std::size_t i = entry.size(); i < characters; ++i) shown += "–";
    TextLook look{.role = Role::Title, .weight = Weight::Bold, .tabular = true};
    const std::string number = form->prefix + "-" + shown;
    for (Role role : {Role::Title, Role::Question, Role::Lead}) {  // a long number is set smaller, not broken
      look.role = role;
      if (canvas.measure(number, look).w <= sides[0].w) break;
    }
    column.text(number, look);
    column.space(canvas.gap() * 0.6);
    if (!scene.model.problem.empty()) column.take(tag(canvas, column.rest(), {Tone::Care, words(scene.model.problem), true}).h);
    else column.text(words("screen.application_number.sub_unknown"), {.role = Role::Secondary});
    column.space(canvas.gap());
    column.take(button_row(canvas, column.rest(), {action_button(scene, flow::Action::DontKnow, "question.dont_know.title"), explain_button(scene)}));
    column.close();
    letter_pad(canvas, sides[1], {flow::kNumberCharacters, words("button.delete"), canvas.portrait() ? 6 : 8, entry.size() < characters});
  });
}

void draw_partner_kind(Canvas& canvas, const Scene& scene) {
  const text::Words& words = scene.words;
  const flow::Answers& answers = scene.model.answers;
  const int count = flow::partners_of(answers);
  const int partner = scene.model.partner;
  if (partner < 1 || partner > count) return;
  const flow::Answer<std::string>& kind = answers.partners[static_cast<std::size_t>(partner - 1)].entity;
  FrameView frame = frame_of_scene(scene);
  frame.next.enabled = kind.asked();
  const std::string number = std::to_string(partner);
  QuestionView view;
  view.title = words("screen.partner_kind.title", {{"number", number}});
  view.sub = words("screen.partner_kind.sub", {{"number", number}, {"count", std::to_string(count)}});
  const auto card = [&](const std::string& code, Icon icon) {
    const std::string base = "question.entity." + code;
    view.choices.push_back({std::string(key::kChoice) + code, words(base + ".title"), words(base + ".sub"), icon, kind.is(code), false, true});
  };
  card("corporation", Icon::Building);
  card("sole", Icon::Person);
  view.choices.push_back({action_key(flow::Action::DontKnow), words("question.dont_know.title"), "", Icon::Question, kind.unknown(), true, true});
  if (!scene.model.problem.empty()) view.answer_tag = {Tone::Care, words(scene.model.problem), true};
  question(canvas, draw_frame(canvas, frame), view);
}

}  // namespace desk::screens
