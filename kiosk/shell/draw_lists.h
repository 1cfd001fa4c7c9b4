// Shows ImGui's draw lists through SDL_RenderGeometryRaw, which every SDL driver has. Debian's ImGui 1.86 ships its SDL_Renderer backend as
// an example only. Private to the shell's SDL parts.
#pragma once

struct SDL_Renderer;

namespace desk::shell {

void show_draw_lists(SDL_Renderer* renderer);

}  // namespace desk::shell
