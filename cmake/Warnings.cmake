# Every target of ours links this; an embedder never sees it.
add_library(morgue_warnings INTERFACE)
target_compile_options(morgue_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow
                       -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # GCC 12 warns of std::string's own operator+ (GCC bug 105651).
    target_compile_options(morgue_warnings INTERFACE -Wno-restrict)
endif()
if(MORGUE_WERROR)
    target_compile_options(morgue_warnings INTERFACE -Werror)
endif()
