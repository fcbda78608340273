#include "room"
#include "air"
uniform sampler2D mirror;
uniform mat4 toMirror;
uniform vec3 ring;   // radii of three slow rings, metres
uniform vec3 force;  // and their height
in vec3 place;
out vec4 colour;

const float WIDER = 1.18;
const vec2 SOURCE = vec2(0.0, 0.3);

// The slope of three ring packets and two long slow waves.
vec2 slopes(vec2 at, float pixel) {
  vec2 from = at - SOURCE;
  float r = max(length(from), 0.02);
  vec2 g = vec2(0.0);
  for (int k = 0; k < 3; k++) {
    float r0 = ring[k];
    float off = r - r0;
    float w = 0.55 + 0.16 * r0;
    float wave = max(15.0 - 1.1 * r, 6.0);
    float seen = 1.0 - smoothstep(0.25, 1.2, wave * pixel);
    g += from / r * force[k] * exp(-off * off / (w * w)) * cos(wave * off) / (0.6 + 0.35 * r) * seen;
  }
  g += vec2(0.016, 0.005) * sin(dot(at, vec2(0.9, 0.5)) + time * 0.21);
  g += vec2(-0.003, 0.007) * sin(dot(at, vec2(-1.3, 2.1)) + time * 0.17);
  return g;
}

float shine(vec3 R, vec3 at, float power) { return pow(max(dot(R, normalize(at - place)), 0.0), power); }

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
  vec3 Q = place + R * clamp(reach, 0.4, 2.6);
  vec4 seen = toMirror * vec4(Q.x, -Q.y, Q.z, 1.0);
  vec3 image = texture(mirror, seen.xy / seen.w / WIDER * 0.5 + 0.5).rgb;

  // Silver: a little grey, and more contrast by its own light; without both it reads as blue water.
  float y = luma(image);
  image = mix(image, vec3(y), 0.22) * mix(0.80, 1.5, smoothstep(0.02, 0.6, y));
  float fresnel = 0.94 + 0.06 * pow(1.0 - clamp(dot(N, V), 0.0, 1.0), 5.0);
  float toward = dot(g, normalize(V.xz + 0.0001));
  vec3 metal = image * fresnel * clamp(1.0 + 3.2 * toward, 0.35, 1.9);

  metal = max(metal, deep * 0.25);
  metal += core * (0.16 * shine(R, coreAt, 60.0) + 0.36 * shine(R, coreAt, 420.0)) * woken(3.0);
  metal += FLOOR_GOLD * ember * (0.10 * shine(R, EMBER, 70.0) + 0.75 * shine(R, EMBER, 500.0));
  metal += GOLD * bloom.w * (0.10 * shine(R, bloom.xyz, 80.0) + 0.6 * shine(R, bloom.xyz, 300.0));
  metal += GOLD * behind * 0.05 * shine(reflect(-V, vec3(0.0, 1.0, 0.0)), vec3(0.0, 5.2, -4.0), 3.0);
  // The mirrored picture already came through the air of the whole way.
  colour = vec4(metal + 0.3 * lights(-V, far) + 0.6 * lantern(-V, far), 1.0);
}
