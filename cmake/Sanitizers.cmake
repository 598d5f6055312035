# MORGUE_SANITIZE reaches our code only: the libraries we link are not instrumented.
if(MORGUE_SANITIZE)
    add_compile_options(-fsanitize=${MORGUE_SANITIZE} -fno-omit-frame-pointer
                        -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${MORGUE_SANITIZE})
endif()
