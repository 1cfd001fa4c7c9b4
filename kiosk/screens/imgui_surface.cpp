#include "kiosk/screens/imgui_surface.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace desk::screens {
namespace {

ImU32 packed(text::Colour c) { return IM_COL32(c.r, c.g, c.b, c.a); }
float f(double value) { return static_cast<float>(value); }
ImVec2 vec(Point p) { return {f(p.x), f(p.y)}; }

class OverImGui final : public ImGuiSurface {
 public:
  OverImGui() : context_(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;  // nothing of a visit may reach a file
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;  // a QR and a calendar can pass 65,535 vertices
    ImGuiStyle& style = ImGui::GetStyle();
    style.AntiAliasedLinesUseTex = false;  // baked lines are for one-pixel strokes; ours are thick and of any width
    style.CircleTessellationMaxError = 0.08F;
    unsigned char* pixels = nullptr;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &atlas_.width, &atlas_.height);
    atlas_.rgba = pixels;
  }
  ~OverImGui() override { ImGui::DestroyContext(context_); }
  OverImGui(const OverImGui&) = delete;
  OverImGui& operator=(const OverImGui&) = delete;

  AtlasPixels atlas() override { return atlas_; }
  void set_atlas_texture(std::uintptr_t id) override { ImGui::GetIO().Fonts->SetTexID(reinterpret_cast<ImTextureID>(id)); }

  void begin(int width_px, int height_px) override {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width_px), static_cast<float>(height_px)};
    io.DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    list_ = ImGui::GetBackgroundDrawList();
  }
  void end() override {
    ImGui::Render();
    list_ = nullptr;
  }

  void fill_rect(const Rect& px, double radius, text::Colour colour) override {
    list_->AddRectFilled({f(px.x), f(px.y)}, {f(px.right()), f(px.bottom())}, packed(colour), f(radius));
  }
  void stroke_rect(const Rect& px, double radius, double thickness, text::Colour colour) override {
    // The stroke lies inside the box: a card's edge never leaves its place when it gets thicker.
    const double half = thickness / 2;
    list_->PathRect({f(px.x + half), f(px.y + half)}, {f(px.right() - half), f(px.bottom() - half)}, f(std::max(0.0, radius - half)));
    list_->PathStroke(packed(colour), ImDrawFlags_Closed, f(thickness));
  }
  void fill_circle(Point centre, double radius, text::Colour colour) override {
    list_->AddCircleFilled(vec(centre), f(radius), packed(colour));
  }
  void polyline(std::span<const Point> points, bool closed, double thickness, text::Colour colour) override {
    for (const Point& point : points) list_->PathLineTo(vec(point));
    list_->PathStroke(packed(colour), closed ? ImDrawFlags_Closed : ImDrawFlags_None, f(thickness));
  }
  void polygon(std::span<const Point> convex, text::Colour colour) override {
    // ImGui's soft edge needs the points in clockwise order, or it lies inside.
    double doubled = 0;
    for (std::size_t i = 0; i < convex.size(); ++i) {
      const Point& a = convex[i];
      const Point& b = convex[(i + 1) % convex.size()];
      doubled += a.x * b.y - b.x * a.y;
    }
    if (doubled >= 0) {
      for (const Point& point : convex) list_->PathLineTo(vec(point));
    } else {
      for (auto point = convex.rbegin(); point != convex.rend(); ++point) list_->PathLineTo(vec(*point));
    }
    list_->PathFillConvex(packed(colour));
  }
  void texture(const Texture& texture, const Rect& px, text::Colour tint) override {
    if (texture.id == 0) return;
    list_->AddImage(reinterpret_cast<ImTextureID>(texture.id), {f(px.x), f(px.y)}, {f(px.right()), f(px.bottom())}, {0, 0}, {1, 1},
                    packed(tint));
  }
  void push_clip(const Rect& px) override {
    list_->PushClipRect({f(px.x), f(px.y)}, {f(px.right()), f(px.bottom())}, /*intersect_with_current_clip_rect=*/true);
  }
  void pop_clip() override { list_->PopClipRect(); }

 private:
  ImGuiContext* context_;
  AtlasPixels atlas_;
  ImDrawList* list_ = nullptr;
};

}  // namespace

std::unique_ptr<ImGuiSurface> ImGuiSurface::create() { return std::make_unique<OverImGui>(); }

}  // namespace desk::screens
