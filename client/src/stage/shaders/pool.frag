#include "room"
#include "air"
uniform sampler2D mirror;
uniform mat4 toMirror;
uniform sampler2D wave;  // slope of the moving water in its last two parts
uniform float waves;     // how much of it is shown: stillness takes it out of sight
#ifdef DEEP
uniform sampler2D depth; // of what the mirror shows
uniform vec2 lens;       // near and far of the camera
#endif
in vec3 place;
out vec4 colour;

const float WIDER = 1.18;
const float STEEP = 0.32;  // no steeper slope is shown, whatever waves meet

vec2 moving(vec2 at) {
  vec2 uv = at / SIDE + 0.5;
#ifdef RICH
  // A quadratic spline in four taps: straight lines between texels would break the reflections into facets.
  vec2 size = vec2(textureSize(wave, 0));
  vec2 whole = floor(uv * size);
  vec2 f = uv * size - whole;
  vec2 share = 0.25 + 0.5 * f;
  vec2 low = (whole - 0.5 + 0.5 * (0.5 + f - f * f) / (1.0 - share)) / size;
  vec2 high = (whole + 0.5 + 0.5 * f * f / share) / size;
  vec2 upper = mix(texture(wave, low).zw, texture(wave, vec2(high.x, low.y)).zw, share.x);
  vec2 lower = mix(texture(wave, vec2(low.x, high.y)).zw, texture(wave, high).zw, share.x);
  return mix(upper, lower, share.y);
#else
  return texture(wave, uv).zw;
#endif
}

// The slope of the waves that run, and of two long slow ones that never rest.
vec2 slopes(vec2 at, float pixel) {
  vec2 g = moving(at) * waves * (1.0 - smoothstep(0.3, 1.3, 11.0 * pixel));
  g *= inversesqrt(1.0 + dot(g, g) / (STEEP * STEEP));
  g += vec2(0.016, 0.005) * sin(dot(at, vec2(0.9, 0.5)) + time * 0.21);
  g += vec2(-0.003, 0.007) * sin(dot(at, vec2(-1.3, 2.1)) + time * 0.17);
  return g;
}

float shine(vec3 R, vec3 at, float power) { return pow(max(dot(R, normalize(at - place)), 0.0), power); }

// The mirror's picture of what a ray meets after `t` metres: xy where it stands there, z how deep that point lies.
vec3 met(vec3 R, float t) {
  vec3 Q = place + R * t;
  vec4 seen = toMirror * vec4(Q.x, -Q.y, Q.z, 1.0);
  return vec3(seen.xy / seen.w / WIDER * 0.5 + 0.5, seen.w);
}

#ifdef DEEP
float lying(vec2 uv) {
  float d = texture(depth, uv).x;
  return lens.x * lens.y / (lens.y - d * (lens.y - lens.x));
}

// Near things bend less. Of what stands straight behind and what a far bend would find, the nearer one says how far the
// ray goes, so that a flower moves as one and is not torn.
float reached(vec3 R, vec3 straight, float t) {
  float here = (toMirror * vec4(place, 1.0)).w;
  vec3 plain = met(straight, t);
  vec3 bent = met(R, t);
  float nearest = min(lying(plain.xy), lying(bent.xy));
  return clamp(t * (nearest - here) / max(bent.z - here, 0.05), 0.12, t);
}
#endif

// The mirror's picture under a pixel. Where waves press it together, several points of it fall into one pixel.
vec3 pictured(vec2 uv) {
#ifdef RICH
  vec2 most = 3.0 / vec2(textureSize(mirror, 0));
  vec2 x = clamp(dFdx(uv), -most, most), y = clamp(dFdy(uv), -most, most);
  vec2 a = 0.375 * x + 0.125 * y, b = 0.375 * y - 0.125 * x;
  return 0.25 * (texture(mirror, uv + a).rgb + texture(mirror, uv - a).rgb + texture(mirror, uv + b).rgb
                 + texture(mirror, uv - b).rgb);
#else
  return texture(mirror, uv).rgb;
#endif
}

void main() {
  vec3 V = normalize(eye - place);
  float far = distance(eye, place);
  float pixel = far * 0.0016 / max(V.y, 0.05);
  vec2 g = slopes(place.xz, pixel);
  vec3 N = normalize(vec3(-g.x, 1.0, -g.y));
  vec3 R = reflect(-V, N);
  R.y = max(R.y, 0.02);

  // The true bend: follow the ray to what it meets, then look there in the mirror.
  float b = dot(place.xz, R.xz);
  float a = dot(R.xz, R.xz) + 0.001;
  float reach = (-b + sqrt(max(b * b - a * (dot(place.xz, place.xz) - 27.0), 0.0))) / a;
  float t = clamp(reach, 0.4, 2.6);
#ifdef DEEP
  t = reached(R, vec3(-V.x, V.y, -V.z), t);
#endif
  vec3 image = pictured(met(R, t).xy);

  // Silver: a little grey, and more contrast by its own light; without both it reads as blue water. Its depth is blue.
  float y = luma(image);
  image *= mix(vec3(1.0), vec3(0.84, 0.92, 1.16), (1.0 - smoothstep(0.02, 0.35, y)) * (1.0 - gloom));
  image = mix(image, vec3(y), 0.22) * mix(0.52, 1.35, smoothstep(0.015, 0.5, y));
  float fresnel = 0.94 + 0.06 * pow(1.0 - clamp(dot(N, V), 0.0, 1.0), 5.0);
  float toward = dot(g, normalize(V.xz + 0.0001));
  vec3 metal = image * fresnel * clamp(1.0 + 2.6 * toward, 0.35, 1.9);

  metal = max(metal, deep * 0.25);
  metal += core * (0.16 * shine(R, coreAt, 60.0) + 0.36 * shine(R, coreAt, 420.0)) * woken(3.0);
  metal += FLOOR_GOLD * ember * (0.10 * shine(R, EMBER, 70.0) + 0.75 * shine(R, EMBER, 500.0));
  metal += GOLD * bloom.w * (0.10 * shine(R, bloom.xyz, 80.0) + 0.6 * shine(R, bloom.xyz, 300.0));
  metal += GOLD * behind * 0.05 * shine(reflect(-V, vec3(0.0, 1.0, 0.0)), vec3(0.0, 5.2, -4.0), 3.0);
  // The mirrored picture already came through the air of the whole way.
  colour = vec4(metal + 0.3 * lights(-V, far) + 0.6 * lantern(-V, far), 1.0);
}
