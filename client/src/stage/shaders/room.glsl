// What every surface knows of the room. Linear light; metres.
uniform float time;
uniform float flip;    // -1 in the mirror's pass, else 1
uniform vec3 eye;
uniform vec3 deep, pearl, accentA, accentB, core, fog;
uniform vec3 coreAt;
uniform float behind;  // warmth from behind the viewer
uniform float ember;
uniform float wake;    // 0 dark at arrival, 1 awake
uniform float gloom;   // 1: only gold is left
uniform vec4 bloom;    // place of the newest flower, and how much light it gives

const vec3 EMBER = vec3(0.0, 1.05, -2.8);
const vec3 BEHIND = vec3(0.0, 5.2, 7.5);
const vec3 GOLD = vec3(1.0, 0.66, 0.34);
const vec3 FLOOR_GOLD = vec3(1.0, 0.62, 0.22);

float luma(vec3 c) { return dot(c, vec3(0.2126, 0.7152, 0.0722)); }

// Light wakes from the centre outward.
float woken(float q) { return smoothstep(0.0, 1.0, wake * 1.3 - q * 0.04); }
