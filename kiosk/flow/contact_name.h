// ContactName: whom staff call, and how it is read aloud. Given or left out, never guessed; sealed with the answers, printed on the slip,
// shown nowhere else.
#pragma once

#include "data/base/secret.h"

namespace desk {
class Node;
}

namespace desk::flow {

struct ContactName {
  bool asked = false;
  Secret family, given;                  // as chosen: 髙﨑, 邦子; both empty: left out
  Secret family_reading, given_reading;  // たかさき, くにこ; of letters the letters

  [[nodiscard]] ContactName clone() const;
  // "髙﨑 邦子"; empty when it was left out.
  [[nodiscard]] Secret whole() const;
};

// The member "contact" of stored answers; nothing of what was not asked.
void write_contact(const ContactName& contact, Node& answers);
[[nodiscard]] ContactName read_contact(const Node& answers);

}  // namespace desk::flow
