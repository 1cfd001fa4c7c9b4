#include "kiosk/shell/draw_lists.h"

#include <SDL.h>
#include <imgui.h>

#include <cstddef>

namespace desk::shell {
namespace {

void show_command(SDL_Renderer* renderer, const ImDrawList& list, const ImDrawCmd& command) {
  const SDL_Rect clip{static_cast<int>(command.ClipRect.x), static_cast<int>(command.ClipRect.y),
                      static_cast<int>(command.ClipRect.z - command.ClipRect.x),
                      static_cast<int>(command.ClipRect.w - command.ClipRect.y)};
  if (clip.w <= 0 || clip.h <= 0) return;
  SDL_RenderSetClipRect(renderer, &clip);
  const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
  const auto* bytes = reinterpret_cast<const char*>(vertices);
  SDL_RenderGeometryRaw(renderer, static_cast<SDL_Texture*>(command.GetTexID()),
                        reinterpret_cast<const float*>(bytes + offsetof(ImDrawVert, pos)), static_cast<int>(sizeof(ImDrawVert)),
                        reinterpret_cast<const SDL_Color*>(bytes + offsetof(ImDrawVert, col)), static_cast<int>(sizeof(ImDrawVert)),
                        reinterpret_cast<const float*>(bytes + offsetof(ImDrawVert, uv)), static_cast<int>(sizeof(ImDrawVert)),
                        list.VtxBuffer.Size - static_cast<int>(command.VtxOffset), list.IdxBuffer.Data + command.IdxOffset,
                        static_cast<int>(command.ElemCount), static_cast<int>(sizeof(ImDrawIdx)));
}

}  // namespace

void show_draw_lists(SDL_Renderer* renderer) {
  const ImDrawData* data = ImGui::GetDrawData();
  if (data == nullptr) return;
  for (int i = 0; i < data->CmdListsCount; ++i) {
    const ImDrawList& list = *data->CmdLists[i];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      if (command.ElemCount > 0) show_command(renderer, list, command);
    }
  }
  SDL_RenderSetClipRect(renderer, nullptr);
}

}  // namespace desk::shell
