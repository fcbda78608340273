// From light to picture: bloom, warmth at the top, vignette, a filmic curve, and dither against bands.
#define saturate(a) clamp(a, 0.0, 1.0)
#include <tonemapping_pars_fragment>
uniform sampler2D picture, halo;
uniform float haloShare, contrast, saturation, warmTop, shown, grain;
uniform vec2 size, ahead;
in vec2 at;
out vec4 colour;

float weave(vec2 p) { return fract(52.9829189 * fract(dot(p, vec2(0.06711056, 0.00583715)))); }

void main() {
  vec3 light = texture(picture, at).rgb + texture(halo, at).rgb * haloShare;
  vec2 off = (at - ahead) * vec2(min(size.x / size.y, 1.5), clamp(0.75 * size.y / size.x, 1.0, 1.6));
  light *= 1.0 - 0.62 * smoothstep(0.28, 1.15, length(off));
  light += vec3(1.0, 0.66, 0.34) * warmTop * smoothstep(0.35, 1.1, at.y) * (0.06 + light);
  vec3 film = pow(max(AgXToneMapping(light * shown), 0.0), vec3(1.0 / 2.2));
  film = pow(film, vec3(contrast));
  float grey = dot(film, vec3(0.2126, 0.7152, 0.0722));
  film = max(mix(vec3(grey), film, saturation), 0.0);
  float dither = weave(gl_FragCoord.xy) - weave(gl_FragCoord.yx + 17.0);
  colour = vec4(film + grain * dither / 255.0, 1.0);
}
