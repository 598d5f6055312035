# Every target of ours links this; an embedder never sees it.
add_library(morgue_warnings INTERFACE)
target_compile_options(morgue_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow
                       -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual)
if(MORGUE_WERROR)
    target_compile_options(morgue_warnings INTERFACE -Werror)
endif()
