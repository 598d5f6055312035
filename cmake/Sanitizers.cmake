# libFuzzer's counters, in our code and in what its targets link; Clang alone has them.
if(MORGUE_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
# MORGUE_SANITIZE reaches our code only: the libraries we link are not instrumented.
if(MORGUE_SANITIZE)
    add_compile_options(-fsanitize=${MORGUE_SANITIZE} -fno-omit-frame-pointer
                        -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${MORGUE_SANITIZE})
endif()
