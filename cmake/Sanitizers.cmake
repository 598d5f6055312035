# libFuzzer's counters, in our code and in what its targets link; Clang alone has them.
if(MORGUE_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
# MORGUE_SANITIZE reaches our code only: the libraries we link are not instrumented.
if(MORGUE_SANITIZE)
    add_compile_options(-fsanitize=${MORGUE_SANITIZE} -fno-omit-frame-pointer
                        -fno-sanitize-recover=all)
    # These two make up half of what compiling with UBSan costs. AddressSanitizer stops at a null
    # pointer as well, and the fuzz preset, by Clang, looks for both.
    if(MORGUE_SANITIZE MATCHES undefined AND NOT MORGUE_FUZZ)
        add_compile_options(-fno-sanitize=null,alignment)
    endif()
    add_link_options(-fsanitize=${MORGUE_SANITIZE})
endif()
