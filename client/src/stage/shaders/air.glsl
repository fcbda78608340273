// The same air before every surface: indigo fog, and light scattered along the ray (a closed form of 1 / distance²).
float scattered(vec3 to, float along, float soft, float t) {
  float h = sqrt(max(dot(to, to) - along * along, 0.0) + soft);
  return (atan((t - along) / h) + atan(along / h)) / h;
}

// The newest flower's own light in the air.
vec3 lantern(vec3 ray, float t) {
#ifdef RICH
  vec3 to = bloom.xyz - eye;
  return GOLD * bloom.w * 0.0085 * pow(max(scattered(to, dot(to, ray), 0.05, t), 0.0), 1.6);
#else
  return vec3(0.0);
#endif
}

vec3 lights(vec3 ray, float t) {
  vec3 toCore = coreAt - eye;
  vec3 toEmber = EMBER - eye;
  vec3 sum = core * 0.052 * pow(max(scattered(toCore, dot(toCore, ray), 0.42, t), 0.0), 1.8) * woken(0.0);
  float glow = scattered(toEmber, dot(toEmber, ray), 0.10, t);
  sum += FLOOR_GOLD * ember * 0.003 * glow * glow;
  return sum + lantern(ray, t);
}

// Without the powers above, the tails of the lights would fog the whole frame grey.
vec3 air(vec3 colour, vec3 place, float mist) {
  vec3 way = place - eye;
  float t = length(way);
  vec3 ray = way / t;
  float low = exp(-1.5 * max(place.y, 0.0)) * mist;
  vec3 haze = fog * (0.6 + 0.4 * woken(t));
  return mix(haze, colour, exp(-0.042 * t) * (1.0 - low)) + lights(ray, t);
}
