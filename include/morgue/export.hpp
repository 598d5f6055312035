#pragma once

/// Marks what libmorgue exports; everything else in it is hidden.
#if defined(__GNUC__)
#define MORGUE_EXPORT __attribute__((visibility("default")))
#else
#define MORGUE_EXPORT
#endif
