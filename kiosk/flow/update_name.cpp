// The name of whom staff call: family name, given name, then both for a last look at the forms of their characters. Each part is one
// composition (kiosk/input): kana are typed, a worker turns them into words, one is chosen. Leaving it out is always possible, and without
// a converter the name stands in kana.
#include "kiosk/flow/turn.h"

namespace desk::flow {
namespace {

using input::Composition;
using input::Stage;

// A part stands: on to the other one, or to the last look when both do.
void advance(Turn& turn) {
  NameState& name = turn.m.name;
  turn.m.problem.clear();
  if (name.family.stage == Stage::Settled && name.given.stage == Stage::Settled) {
    name.phase = NamePhase::Check;
    return;
  }
  if (name.phase == NamePhase::Family) name.given.script = name.family.script;
  name.phase = name.family.stage == Stage::Settled ? NamePhase::Given : NamePhase::Family;
}

void keep(Turn& turn) {
  const NameState& name = turn.m.name;
  turn.m.answers.contact = {true, name.family.settled.clone(), name.given.settled.clone(), input::reading(name.family), input::reading(name.given)};
  turn.save();
  turn.go_next();
}

void on_next(Turn& turn) {
  NameState& name = turn.m.name;
  if (name.phase == NamePhase::Check) return keep(turn);
  Composition& field = name.part(name.at_hand());
  switch (field.stage) {
    case Stage::Typing:
      if (input::ask(field)) {
        turn.m.problem.clear();
        turn.order(Convert{turn.await(), input::reading(field)});
      } else if (field.stage == Stage::Settled) {
        advance(turn);
      } else if (name.phase == NamePhase::Given) {
        field.stage = Stage::Settled;  // called by the family name, as at any counter
        advance(turn);
      } else if (const ContactName& contact = turn.m.answers.contact; contact.asked && contact.family.empty()) {
        turn.go_next();  // left out before, and it stays so
      } else {
        turn.m.problem = "screen.contact_name.empty";
      }
      return;
    case Stage::Converting: return;
    case Stage::Choosing: turn.m.problem = "screen.contact_name.choose_one"; return;
    case Stage::Settled: advance(turn); return;
  }
}

void on_back(Turn& turn) {
  NameState& name = turn.m.name;
  turn.m.problem.clear();
  turn.m.awaited = 0;  // a word that still comes is for what was given up
  if (name.phase == NamePhase::Check) {
    name.phase = NamePhase::Given;
    return input::reopen(name.given);
  }
  Composition& field = name.part(name.at_hand());
  if (field.stage != Stage::Typing) return input::reopen(field);
  if (name.phase == NamePhase::Family) return turn.go_back();
  name.phase = NamePhase::Family;
  input::reopen(name.family);
}

// Keys of a keyboard that somebody plugged in: letters spell kana, as everywhere in Japan.
bool on_typed(Composition& field, char key) {
  if (key == '\b') return input::edit(field, input::Edit::Erase);
  if (key == '\f') return input::edit(field, input::Edit::Clear);
  const bool letter = (key >= 'a' && key <= 'z') || (key >= 'A' && key <= 'Z') || key == '-' || key == '\'' || key == '.' || key == ' ';
  return letter && input::type(field, std::string_view(&key, 1));
}

bool on_writing(Turn& turn, Event& event) {
  NameState& name = turn.m.name;
  if (name.phase == NamePhase::Check) return as<Typed>(event) != nullptr;
  Composition& field = name.part(name.at_hand());
  if (const auto* key = as<NameKey>(event)) {
    (void)input::type(field, key->key.reveal());
  } else if (const auto* typed = as<Typed>(event)) {
    (void)on_typed(field, typed->key);
  } else if (const auto* edited = as<NameEdited>(event)) {
    (void)input::edit(field, edited->what);
  } else if (pressed(event, Action::SwitchKeys)) {
    input::switch_script(field);
  } else if (const auto* chosen = as<CandidateChosen>(event)) {
    if (input::choose(field, chosen->index)) advance(turn);
  } else if (pressed(event, Action::KeepKana)) {
    turn.m.awaited = 0;
    input::keep_kana(field);
    if (field.stage == Stage::Settled) advance(turn);
  } else {
    return false;
  }
  turn.m.problem.clear();
  return true;
}

bool on_converter(Turn& turn, const Event& event) {
  NameState& name = turn.m.name;
  if (const auto* converted = as<Converted>(event)) {
    if (turn.expected(converted->id)) {
      name.without_kanji = false;
      input::offer(name.part(name.at_hand()), converted->words);
    }
  } else if (const auto* failed = as<NotConverted>(event)) {
    if (turn.expected(failed->id)) {
      name.without_kanji = true;
      input::offer(name.part(name.at_hand()), {});
      turn.note("no_conversion", to_string(failed->code));
    }
  } else {
    return false;
  }
  return true;
}

}  // namespace

void begin_name(Turn& turn) {
  Model& m = turn.m;
  turn.order(PrepareConversion{});
  if (m.name.family.stage != Stage::Typing || !m.name.family.empty()) {
    // Staff were at their PIN in between; a word that was being looked up is asked for again.
    for (Composition* field : {&m.name.family, &m.name.given}) {
      if (field->stage == Stage::Converting) input::reopen(*field);
    }
    return;
  }
  const ContactName& given = m.answers.contact;
  if (m.settings.language == Language::English) m.name.family.script = m.name.given.script = input::Script::Latin;
  const auto restore = [](Composition& field, const Secret& word, const Secret& reading) {
    field.preedit = reading.clone();
    field.settled = word.clone();
    field.stage = Stage::Settled;
  };
  if (!given.family.empty()) {
    restore(m.name.family, given.family, given.family_reading);
    restore(m.name.given, given.given, given.given_reading);
    m.name.phase = NamePhase::Check;
  }
}

bool on_name(Turn& turn, Event& event) {
  if (on_converter(turn, event)) return true;
  if (turn.m.step != Step::ContactName) return false;
  NameState& name = turn.m.name;
  if (pressed(event, Action::Next)) {
    on_next(turn);
  } else if (pressed(event, Action::Back)) {
    on_back(turn);
  } else if (pressed(event, Action::DontKnow)) {
    turn.m.answers.contact = {};
    turn.m.answers.contact.asked = true;
    turn.save();
    turn.go_next();
  } else if (const auto* form = as<FormChosen>(event)) {
    if (name.phase == NamePhase::Check) (void)input::substitute(name.part(form->part), form->character, form->form);
  } else if (const auto* part = as<NamePartChosen>(event)) {
    turn.m.awaited = 0;
    turn.m.problem.clear();
    Composition& other = name.part(name.at_hand());
    if (other.stage == Stage::Converting || other.stage == Stage::Choosing) input::reopen(other);
    name.phase = part->part == NamePart::Family ? NamePhase::Family : NamePhase::Given;
    input::reopen(name.part(part->part));
  } else {
    return on_writing(turn, event);
  }
  return true;
}

}  // namespace desk::flow
